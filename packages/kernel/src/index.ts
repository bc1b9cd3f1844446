/**
 * What cells can import from the kernel that runs them.
 *
 * @packageDocumentation
 */
import { ask, here, setChecking as set, showValue } from "./protocol/api";
import type { Comm, CommMessage, CommOptions } from "./protocol/comms";

export * from "./cells/helpers";
export type { Comm, CommMessage, CommOptions };

/**
 * Shows a value below the cell, in every representation it has.
 *
 * @param value - Any value; one with a `Symbol.for("Jupyter.display")` method brings its own representations.
 * @param options - `displayId`: an identity by which the display can be replaced; `update`: whether this replaces what
 *   was shown under that identity (default: false); `metadata` by MIME type.
 * @example
 * display(markdown("one"), { displayId: "counter" });
 * display(markdown("two"), { displayId: "counter", update: true });
 */
export function display(
  value: unknown,
  options: { metadata?: Record<string, unknown>; displayId?: string; update?: boolean } = {},
): void {
  showValue(value, options);
}

/**
 * Asks the reader of the notebook for a line of text.
 *
 * @param prompt - What to ask. Default: nothing.
 * @param options - `password: true` hides what is typed. Default: false.
 * @returns The line, without its newline.
 * @throws Error if the front end cannot ask, as when a notebook is executed without a reader.
 * @example
 * const name = await input("name? ");
 */
export function input(prompt = "", { password = false }: { password?: boolean } = {}): Promise<string> {
  return ask(prompt, password);
}

/**
 * Takes away what the cell has put out so far.
 *
 * @param options - `wait: true` leaves it standing until something new comes, which avoids flicker. Default: false.
 * @example
 * clearOutput({ wait: true });
 */
export function clearOutput({ wait = false }: { wait?: boolean } = {}): void {
  const { cell, output } = here("clearOutput");
  output.clear(cell, wait);
}

/**
 * Shows a text in the front end's pager, if it has one.
 *
 * @param text - The text.
 * @example
 * page("a long text");
 */
export function page(text: string): void {
  here("page").cell.payload.push({ source: "page", data: { "text/plain": String(text) }, start: 0 });
}

/**
 * Sets how types are checked from the next cell on: `"error"` stops a cell with type errors, `"warn"` only reports
 * them, `"off"` does not look for them. A single cell says it in a comment on its first line.
 *
 * @param checking - "error", "warn" or "off".
 * @throws TypeError for anything else.
 * @example
 * setChecking("warn");
 */
export function setChecking(checking: "error" | "warn" | "off"): void {
  set(checking);
}

/**
 * Lines to the front end's widgets and extensions.
 */
export const comms = {
  /**
   * Opens a comm to a target that the front end has registered.
   *
   * @example
   * const comm = comms.open("my-target", { hello: 1 });
   * comm.onMessage(({ data }) => console.log(data));
   */
  open(target: string, data: Record<string, unknown> = {}, options: CommOptions = {}): Comm {
    return here("comms.open").session.comms.open(target, data, options);
  },
  /**
   * Says what to do when the front end opens a comm for a target.
   *
   * @example
   * comms.registerTarget("echo", (comm) => comm.onMessage(({ data }) => comm.send(data)));
   */
  registerTarget(target: string, opened: (comm: Comm, message: CommMessage) => void): void {
    here("comms.registerTarget").session.comms.registerTarget(target, opened);
  },
};
