import { bare, hasOwn, Promise } from "../originals";
import type { Compiler, Services } from "./services";

/** One end of a line between two threads: a MessagePort, in Node.js and in browsers. */
export interface Port {
  postMessage(message: unknown): void;
  onmessage: ((event: never) => void) | null;
}

/** A call over a line. */
export interface Call {
  id: number;
  method: keyof Services;
  args: unknown[];
}

/** The answer to a call. */
export type Answer = { id: number; value: unknown } | { id: number; error: Error };

const methods: (keyof Services)[] = [
  "prepare",
  "convert",
  "declare",
  "abandon",
  "evaluable",
  "caughtAt",
  "declareAny",
  "hover",
  "complete",
  "completeness",
  "edit",
];

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** A thread's line to the compiler, which can be connected anew when the compiler's thread has ended. */
export class CompilerLine {
  private readonly waiting = new Map<number, Waiting>();
  private last = 0;
  private port?: Port;

  /** @param connect - Called for a port when there is something to ask and none is connected. */
  constructor(private readonly connect: () => Port) {}

  /** The compiler at the other end. */
  readonly compiler = Object.fromEntries(
    methods.map((method) => [method, this.caller(method)]),
  ) as unknown as Compiler;

  /** Whether anything has been answered since the line was taken up. */
  hasAnswered = false;

  /** Takes a line up. */
  open(port: Port): void {
    this.port = port;
    this.hasAnswered = false;
    port.onmessage = ({ data }: { data: Answer }) => {
      this.hasAnswered = true;
      const asked = this.waiting.get(data.id);
      this.waiting.delete(data.id);
      if (hasOwn(data, "error")) asked?.reject((data as { error: Error }).error);
      else asked?.resolve(withoutInherited((data as { value: unknown }).value));
    };
  }

  /** Gives the line up: what has been asked over it fails. */
  close(reason: Error): void {
    this.port = undefined;
    for (const { reject } of this.waiting.values()) reject(reason);
    this.waiting.clear();
  }

  private caller(method: keyof Services) {
    return (...args: unknown[]): Promise<unknown> =>
      new Promise((resolve, reject) => {
        const id = ++this.last;
        this.waiting.set(id, { resolve, reject });
        if (!this.port) this.open(this.connect());
        this.port?.postMessage({ id, method, args } satisfies Call);
      });
  }
}

const { isArray } = Array;

/** An answer that has nothing but what the compiler has said; in a list, nobody looks for more. */
const withoutInherited = (value: unknown): unknown =>
  typeof value === "object" && value !== null && !isArray(value) ? bare(value) : value;
