import { currentCell } from "@tslinen/kernel/dist/protocol/cell";
import type { Output } from "@tslinen/kernel/dist/protocol/output";
import { CellConsole, type StreamName } from "./console";
import { Rate } from "./rate";

const leftOut = "tslinen: text that comes faster than the page can show it is left out here\n";

/** Turns what is written to the console into output of the cell that wrote it. */
export function captureConsole(output: Output): void {
  const own = { stdout: console.log.bind(console), stderr: console.error.bind(console) };
  const rate = new Rate();
  const write = (name: StreamName, text: string): void => {
    const cell = currentCell();
    if (!cell) return own[name](text);
    const taken = rate.take(text);
    if (taken === "shown") output.stream(cell, name, text);
    else if (taken === "first left out") output.stream(cell, "stderr", leftOut);
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
