import { currentCell } from "@tslinen/kernel/dist/protocol/cell";
import type { Output } from "@tslinen/kernel/dist/protocol/output";
import { CellConsole, type StreamName } from "./console";

/** Turns what is written to the console into output of the cell that wrote it. */
export function captureConsole(output: Output): void {
  const own = { stdout: console.log.bind(console), stderr: console.error.bind(console) };
  const write = (name: StreamName, text: string): void => {
    const cell = currentCell();
    if (cell) output.stream(cell, name, text);
    else own[name](text);
  };
  const clear = (): void => {
    const cell = currentCell();
    if (cell) output.clear(cell, false);
  };
  const made = new CellConsole(write, clear);
  for (const name of Object.getOwnPropertyNames(CellConsole.prototype) as (keyof CellConsole)[]) {
    if ((name as string) !== "constructor") {
      Object.defineProperty(console, name, {
        value: made[name].bind(made),
        writable: true,
        configurable: true,
      });
    }
  }
}
