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

/** What can be called over a line, by name. */
export type Methods = Record<string, ((...args: unknown[]) => unknown) | undefined>;

/**
 * Answers what is called over a line.
 *
 * @param called - Told of each call.
 */
export function answerCalls(port: Port, methods: Methods, called?: () => void): void {
  port.onmessage = ({ data }: { data: Call }) => {
    called?.();
    void answerTo(data, methods).then((answer) => port.postMessage(answer));
  };
}

async function answerTo({ id, method, args }: Call, methods: Methods): Promise<Answer> {
  try {
    return { id, value: await methods[method]?.(...args) };
  } catch (error) {
    return { id, error: error instanceof Error ? error : new Error(String(error)) };
  }
}

const methods: (keyof Services)[] = [
  "prepare",
  "convertAhead",
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
  call: Call;
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

  /** Takes a line up; what has been asked and not answered is asked again. */
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
    for (const { call } of this.waiting.values()) port.postMessage(call);
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
        if (!this.port) this.open(this.connect());
        const call = { id, method, args };
        this.waiting.set(id, { call, resolve, reject });
        this.port?.postMessage(call);
      });
  }
}

const { isArray } = Array;

/** An answer that has nothing but what the compiler has said; in a list, nobody looks for more. */
const withoutInherited = (value: unknown): unknown =>
  typeof value === "object" && value !== null && !isArray(value) ? bare(value) : value;
