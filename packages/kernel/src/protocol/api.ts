import type { Checking } from "../compiler/converter";
import { bundleOf, type MimeBundle } from "../cells/bundle";
import { platform } from "../platform";
import { currentCell, type Cell } from "./cell";
import type { Execution } from "./execution";
import type { DisplayOptions, Output } from "./output";
import type { Session } from "./session";

/** What the functions for cells act on. */
export interface Running {
  session: Session;
  execution: Execution;
  output: Output;
}

let running: Running | undefined;

/** The running kernel, and the cell that calls. */
export function here(name: string): Running & { cell: Cell } {
  const cell = currentCell();
  if (!running || !cell) throw new Error(`${name}: can be called only from a cell of the tslinen kernel`);
  return { ...running, cell };
}

/** Shows a value below the cell, in every representation it has. */
export function showValue(value: unknown, options: DisplayOptions = {}): void {
  const { cell, output } = here("display");
  const bundle = bundleOf(value);
  if (!(bundle instanceof Promise)) return output.display(cell, bundle, options);
  const shown = bundle.then((data) => output.display(cell, data, options));
  cell.endHooks.push(() => shown);
}

/** Asks the reader for a line of text. */
export async function ask(prompt: string, password: boolean): Promise<string> {
  if (typeof prompt !== "string")
    throw new TypeError(`input: expected a string as prompt, got ${platform().inspect(prompt)}`);
  return here("input").session.input.ask(prompt, password);
}

/** Sets how types are checked from the next cell on. */
export function setChecking(checking: Checking): void {
  if (!["error", "warn", "off"].includes(checking)) {
    throw new TypeError(
      `setChecking: expected "error", "warn" or "off", got ${platform().inspect(checking)}`,
    );
  }
  here("setChecking").execution.checking = checking;
}

/** Makes the kernel reachable for cells and for libraries. */
export function offerApi(parts: Running): void {
  running = parts;
  const host = {
    display(bundle: MimeBundle, options: DisplayOptions): void {
      const { cell, output } = here("display");
      output.display(cell, bundle, options);
    },
    cell: () => currentCell(),
    atCellEnd(hook: () => void | Promise<void>): void {
      here("atCellEnd").cell.endHooks.push(hook);
    },
    whenIdle(task: () => void): void {
      platform().soon(task);
    },
  };
  const globals = {
    [Symbol.for("tslinen.host")]: host,
    input: (prompt = "", { password = false } = {}) => ask(prompt, password),
    display: (value: unknown) => showValue(value),
  };
  for (const name of Reflect.ownKeys(globals)) {
    Object.defineProperty(globalThis, name, {
      value: (globals as Record<string | symbol, unknown>)[name],
      configurable: true,
      writable: true,
    });
  }
}
