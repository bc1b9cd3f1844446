import type { Checking } from "../compiler/conversion";
import { bundleOf, type MimeBundle } from "../cells/bundle";
import { reportThrown } from "../cells/errors";
import { platform } from "../platform";
import { Cell, currentCell, inCell, type Receive } from "./cell";
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

/**
 * Runs a function as a cell within a cell, whose outputs a receiver gets.
 *
 * @returns Once the function and what it has left for its end have run, what runs what that has left: pictures that are
 *   not worth their time if something else soon takes their place.
 */
async function capture(run: () => unknown, receive: Receive): Promise<() => Promise<void>> {
  const { cell: outer, output } = here("capture");
  const cell = new Cell(outer.request, outer.count, false, receive);
  cell.clearing = true;
  output.flush();
  const attempt = async (step: () => unknown): Promise<void> => {
    try {
      await inCell(cell, step);
    } catch (thrown) {
      output.error(cell, reportThrown(thrown));
    }
    output.flush();
  };
  await attempt(run);
  for (const hook of cell.endHooks.splice(0)) await attempt(hook);
  return async () => {
    for (const hook of cell.endHooks) await attempt(hook);
    cell.done = true;
    for (const stray of cell.strayErrors.splice(0)) output.error(cell, reportThrown(stray));
  };
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
    comms: parts.session.comms,
    show: (value: unknown) => showValue(value),
    capture: (run: () => unknown, receive: Receive) => capture(run, receive),
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
