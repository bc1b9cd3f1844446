import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Answer, Call, CompilerData, Services } from "./thread";

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** The main thread's hold on the compiler: every service as a function that returns a promise. */
export type Compiler = {
  [Name in Exclude<keyof Services, "declare" | "prepare">]: (
    ...args: Parameters<Services[Name]>
  ) => Promise<ReturnType<Services[Name]>>;
} & {
  /** Carries the cell compiled last over to the next ones, without its names that never got a value. */
  declare(dropped: string[]): Promise<void>;
};

/**
 * Starts the thread that compiles. Should it end, as when a type takes all its memory, the calls it has not answered
 * fail, and the next call starts it anew with what cells have declared before.
 *
 * @param folder - The notebook's folder.
 * @param script - What the thread runs. Default: the compiler.
 */
export function startCompiler(folder: string, script = join(__dirname, "thread.js")): Compiler {
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let declarations = "";
  let worker: Worker | undefined = start();

  function start(): Worker {
    const started = new Worker(script, {
      workerData: { folder, declarations } satisfies CompilerData,
      resourceLimits: { maxYoungGenerationSizeMb: 64 },
    });
    let reason = "the compiler has ended";
    started.on("message", (answer: Answer) => {
      const { resolve, reject } = waiting.get(answer.id) as Waiting;
      waiting.delete(answer.id);
      if ("error" in answer) reject(answer.error);
      else resolve(answer.value);
    });
    started.on("error", (error) => {
      reason = `the compiler has ended: ${(error as Error).message}`;
    });
    started.on("exit", () => {
      worker = undefined;
      for (const { reject } of waiting.values()) reject(new Error(reason));
      waiting.clear();
    });
    return started;
  }

  const call =
    <Name extends keyof Services>(method: Name) =>
    (...args: Parameters<Services[Name]>): Promise<ReturnType<Services[Name]>> =>
      new Promise((resolve, reject) => {
        const id = ++last;
        waiting.set(id, { resolve: resolve as Waiting["resolve"], reject });
        worker ??= start();
        worker.postMessage({ id, method, args } satisfies Call);
      });
  const declare = call("declare");
  return {
    convert: call("convert"),
    declare: (dropped) =>
      declare(dropped).then(
        (all) => {
          declarations = all;
        },
        (error: Error) => process.emitWarning(`later cells do not know a cell's names: ${error.message}`),
      ),
    hover: call("hover"),
    complete: call("complete"),
    completeness: call("completeness"),
  };
}
