import process from "node:process";
import { currentCell } from "../protocol/cell";
import type { Output } from "../protocol/output";

/** Turns what is written to the process's standard streams into output of the cell that wrote it. */
export function captureStreams(output: Output): void {
  for (const name of ["stdout", "stderr"] as const) {
    const stream = process[name];
    const write = stream.write.bind(stream) as (chunk: unknown, ...rest: unknown[]) => boolean;
    const decoder = new TextDecoder();
    stream.write = ((chunk: string | Uint8Array, ...rest: unknown[]): boolean => {
      const cell = currentCell();
      if (!cell) return write(chunk, ...rest);
      output.stream(cell, name, typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true }));
      const written = rest.find((one) => typeof one === "function") as (() => void) | undefined;
      if (written) process.nextTick(written);
      return true;
    }) as typeof stream.write;
  }
  // How the kernel reaches Node.js's loader is none of the reader's concern.
  const { emitWarning } = process;
  process.emitWarning = ((warning: string | Error, ...rest: unknown[]): void => {
    if (!String(warning).startsWith("vm.USE_MAIN_CONTEXT_DEFAULT_LOADER")) {
      (emitWarning as (...args: unknown[]) => void).call(process, warning, ...rest);
    }
  }) as typeof process.emitWarning;
  console.clear = () => {
    const cell = currentCell();
    if (cell) output.clear(cell, false);
  };
}
