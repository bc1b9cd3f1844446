import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Answer, Call, Services } from "./thread";

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** The main thread's hold on the compiler: every service as a function that returns a promise. */
export type Compiler = {
  [Name in keyof Services]: (...args: Parameters<Services[Name]>) => Promise<ReturnType<Services[Name]>>;
};

/** Starts the thread that compiles. */
export function startCompiler(folder: string): Compiler {
  const worker = new Worker(join(__dirname, "thread.js"), {
    workerData: { folder },
    resourceLimits: { maxYoungGenerationSizeMb: 64 },
  });
  worker.unref();
  const waiting = new Map<number, Waiting>();
  let last = 0;
  worker.on("message", (answer: Answer) => {
    const { resolve, reject } = waiting.get(answer.id) as Waiting;
    waiting.delete(answer.id);
    if (waiting.size === 0) worker.unref();
    if ("error" in answer) reject(answer.error);
    else resolve(answer.value);
  });
  worker.on("error", (error) => {
    for (const { reject } of waiting.values()) reject(error as Error);
    waiting.clear();
  });
  const call =
    (method: keyof Services) =>
    (...args: unknown[]) =>
      new Promise((resolve, reject) => {
        const id = ++last;
        waiting.set(id, { resolve, reject });
        worker.ref();
        worker.postMessage({ id, method, args } satisfies Call);
      });
  return {
    convert: call("convert"),
    keep: call("keep"),
    hover: call("hover"),
    complete: call("complete"),
    completeness: call("completeness"),
  } as Compiler;
}
