/** The thread that compiles: it starts while Jupyter connects, and never keeps a running cell waiting. */
import { parentPort, workerData, type MessagePort } from "node:worker_threads";
import { openAhead, type Ahead } from "../messages/ahead";
import { completenessOf } from "./completeness";
import { completionsAt } from "./completion";
import { Converter, type Checking, type Conversion } from "./converter";
import { hoverAt } from "./hover";
import type { Snapshot } from "./project";
import { directives, isJsx } from "./syntax";

/** How long, in milliseconds, nothing must have been asked before work is done ahead. */
const idleAfter = 800;

/** What the main thread can ask for. */
export function services(converter: Converter) {
  /** Looks at a cell; and again with all of Node.js's types, if nothing was found without. */
  const look = <T>(code: string, at: (snapshot: Snapshot) => T, found: (it: T) => boolean): T => {
    const text = `${code}\nexport {};`;
    const first = at(converter.project.snapshot(converter.declarations, text, isJsx(code)));
    if (found(first) || converter.project.hasNode) return first;
    converter.project.takeInNode();
    return at(converter.project.snapshot(converter.declarations, text, isJsx(code)));
  };
  /** How types were checked last: most likely they will be checked so again. */
  let usual: Checking = "error";
  return {
    /** Begins with a cell that the main thread will ask for. */
    prepare({ request, code }: Ahead): void {
      const { module, checking = usual } = directives(code);
      if (module !== undefined) return;
      try {
        converter.prepare(request, code, checking);
      } catch {
        // It will fail again when the main thread asks, who then hears of it.
      }
    },
    /** Compiles a cell; or, if its first comment says `@module name`, defines that module. */
    convert(code: string, checking: Checking, request?: string): Conversion & { checking: Checking } {
      usual = checking;
      const { module, jsx, checking: own = checking } = directives(code);
      if (module === undefined) return { ...converter.convert(code, own, request), checking: own };
      return { diagnostics: converter.addModule(module, code, jsx), checking: own };
    },
    /** Carries the cell compiled last over to the next ones; gives the declarations of all cells. */
    declare(dropped: string[]): string {
      converter.declare(dropped);
      return converter.declarations;
    },
    hover(code: string, offset: number) {
      return look(
        code,
        (snapshot) => hoverAt(snapshot, offset),
        (hover) => hover !== undefined && hover.signature !== "any",
      );
    },
    complete(code: string, offset: number) {
      return look(
        code,
        (snapshot) => completionsAt(snapshot, offset),
        ({ candidates }) => candidates.length > 0,
      );
    },
    completeness(code: string) {
      return completenessOf(code);
    },
  };
}

export type Services = ReturnType<typeof services>;

/** A call from the main thread. */
export interface Call {
  id: number;
  method: keyof Services;
  args: unknown[];
}

/** The answer to a call. */
export type Answer = { id: number; value: unknown } | { id: number; error: Error };

/** What the main thread gives the thread to start with. */
export interface CompilerData {
  /** The notebook's folder. */
  folder: string;
  /** What cells have declared before the thread was started. */
  declarations: string;
}

if (parentPort) serve(parentPort, workerData as CompilerData);

function serve(port: MessagePort, { folder, declarations }: CompilerData): void {
  const converter = new Converter(folder);
  const offered = services(converter);
  const methods = offered as unknown as Record<string, (...args: unknown[]) => unknown>;
  // The first conversion parses the libraries and warms the compiler up.
  converter.rehearse("const first: number = 1;\nconsole.log(first);\nfirst;");
  converter.declarations = declarations;

  openAhead().onmessage = (event) => offered.prepare((event as { data: Ahead }).data);

  let idle = setTimeout(workAhead, idleAfter);
  port.on("message", ({ id, method, args }: Call) => {
    clearTimeout(idle);
    let answer: Answer;
    try {
      answer = { id, value: methods[method]?.(...args) };
    } catch (error) {
      answer = { id, error: error as Error };
    }
    port.postMessage(answer);
    idle = setTimeout(workAhead, idleAfter);
  });

  /** Takes in the types of Node.js file by file, and tslinen's, giving way to whatever is asked meanwhile. */
  function workAhead(): void {
    // A running cell has the processor for itself; and a notebook that runs from top to bottom needs none of this.
    if (converter.isAwaiting) return;
    if (converter.project.isWorn) converter.project.renew();
    if (converter.project.hasNode) return;
    const next = converter.project.nodeFiles().find((path) => !converter.project.files.has(path));
    if (next !== undefined) {
      converter.project.files.get(next);
      idle = setTimeout(workAhead);
      return;
    }
    converter.project.takeInNode();
    converter.rehearse('import "tslinen";\nprocess.version;');
  }
}
