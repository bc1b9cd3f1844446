import { describe, isPlainObject, readOptions } from "../array/options";
import { currentHost, display, isDisplayable, displaySymbol } from "../display";
import { quiet } from "../display/quiet";
import { Fixed, widgetFor, type Abbreviation, type ValueOf } from "./abbreviations";
import { control } from "./control";
import { Button, type Button as ButtonType, type DOMState } from "./controls";
import { DOMWidget } from "./domWidget";
import { Output, type Output as OutputType } from "./output";
import { Widget } from "./widget";

/** Options of {@link interact} and {@link interactive}. */
export interface InteractOptions {
  /** Whether the function is called by a button only. Default: false. */
  manual?: boolean;
  /** What stands on that button. Default: "Run Interact". */
  manualName?: string;
  /** Whether what the function returns is shown. Default: true; for `interactive`, false. */
  autoDisplay?: boolean;
  /** Whether each call takes away what the one before has put out. Default: true. */
  clearOutput?: boolean;
}

/** The values of some abbreviations, by name. */
export type Values<A> = { [K in keyof A]: ValueOf<A[K]> };

/** After so many milliseconds without a change, what is shown is made complete. */
const settling = 500;

const defaults: Required<InteractOptions> = {
  manual: false,
  manualName: "Run Interact",
  autoDisplay: false,
  clearOutput: true,
};

/** Calls a task when nothing else is to be done, so that of many changes the last counts. */
const soon = (task: () => void): void => {
  const host = currentHost();
  if (host.whenIdle) host.whenIdle(task);
  else setTimeout(task, 0);
};

const pauseOf = (ms: number): Promise<void> =>
  new Promise((done) => (ms > 0 ? setTimeout(done, ms) : soon(done)));

/** Widgets, and below them what a function puts out that is called whenever one of them changes. */
export class InteractiveWidget extends DOMWidget {
  #call?: () => unknown;
  #options = defaults;
  #out?: OutputType;
  #button?: ButtonType;
  #wanted = false;
  #busy = false;
  #finish?: () => Promise<void>;
  #timer?: ReturnType<typeof setTimeout>;
  /** What the function was called with last. */
  values: Record<string, unknown> = {};
  /** What it returned. */
  result: unknown;

  /** Connects the function with the widgets, and calls it, unless it waits for the button. */
  connect(
    f: (values: never) => unknown,
    sources: ReadonlyMap<string, Widget | Fixed<unknown>>,
    options: Required<InteractOptions>,
  ): void {
    this.#options = options;
    this.#out = Output();
    this.#call = () => {
      this.values = Object.fromEntries(
        [...sources].map(([name, source]) => [
          name,
          source instanceof Widget ? source.get("value") : source.value,
        ]),
      );
      return f(this.values as never);
    };
    const seen = [...sources.values()].filter((source): source is Widget => source instanceof Widget);
    if (options.manual) {
      this.#button = Button({ description: options.manualName });
      this.#button.onClick(() => this.update());
    } else {
      for (const widget of seen) widget.observe(() => this.update(), "value");
    }
    this.set({
      children: [...seen, ...(this.#button ? [this.#button] : []), this.#out],
      domClasses: ["widget-interact"],
    });
    if (!options.manual) this.#begin();
  }

  /** Calls the function soon: of many calls that come meanwhile, only the last is made. */
  update(): void {
    this.#wanted = true;
    clearTimeout(this.#timer);
    if (this.#busy) return;
    this.#busy = true;
    soon(() => void this.#work());
  }

  /** Calls the function at once, and lets the cell wait for it. */
  #begin(): void {
    this.#busy = true;
    const first = this.#run();
    const worked = first.then(() => this.#work());
    currentHost().atCellEnd?.(async () => {
      await first;
      await this.#complete();
    });
    void worked;
  }

  async #work(): Promise<void> {
    while (this.#wanted) {
      this.#wanted = false;
      this.#finish = undefined;
      await this.#run();
      await pauseOf(this.#out?.wait ?? 0);
    }
    this.#busy = false;
    this.#timer = setTimeout(() => void this.#complete(), settling);
  }

  async #run(): Promise<void> {
    const [out, call] = [this.#out, this.#call];
    if (!out || !call) return;
    this.#button?.set({ disabled: true });
    if (this.#options.clearOutput) out.clearOutput({ wait: true });
    this.#finish = await out.run(() => {
      const result = call();
      return result instanceof Promise ? result.then((it) => this.#show(it)) : this.#show(result);
    });
    this.#button?.set({ disabled: false });
  }

  #show(result: unknown): void {
    this.result = result;
    if (!this.#options.autoDisplay || result === undefined) return;
    const { show } = currentHost();
    if (show) show(result);
    else if (isDisplayable(result)) display(result);
  }

  /** Makes what is shown complete: figures get their pictures. */
  async #complete(): Promise<void> {
    clearTimeout(this.#timer);
    const finish = this.#finish;
    this.#finish = undefined;
    await finish?.();
  }
}

/** Widgets with the output of a function. Made by {@link interactive}. */
export interface Interactive extends InteractiveWidget, DOMState {
  children: readonly Widget[];
}

const makeInteractive: () => Interactive = control("Interactive", {
  base: InteractiveWidget as never,
  like: "VBox",
});

function connected(
  name: string,
  f: unknown,
  abbreviations: unknown,
  options: unknown,
  by: Required<InteractOptions>,
): Interactive {
  if (typeof f !== "function") throw new TypeError(`${name}: expected a function, got ${describe(f)}`);
  if (!isPlainObject(abbreviations)) {
    throw new TypeError(
      `${name}: expected widgets by name, such as { x: [0, 10] }, got ${describe(abbreviations)}`,
    );
  }
  const read = readOptions(name, options, by);
  const sources = Object.entries(abbreviations).map(([key, one]) => [key, widgetFor(key, one)] as const);
  const made = makeInteractive();
  made.connect(f as (values: never) => unknown, new Map(sources), read);
  return made;
}

/**
 * Makes widgets for what a function takes, with its output below them, and does not show them yet.
 *
 * @param f - The function. It takes an object with the widgets' values.
 * @param abbreviations - By name, what stands for a widget: a number or `[min, max]` or `[min, max, step]` for a slider,
 *   true or false for a checkbox, a string for a field, a list or an object for a choice, or a widget.
 * @param options - Whether a button calls the function, and what becomes of what it returns.
 * @returns The widgets; `result` is what the function returned last.
 * @throws TypeError for what stands for no widget.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Using%20Interact.html#interactive
 * @example
 * const box = widgets.interactive(({ x }) => 2 * x, { x: widgets.fixed(3) });
 * box.result; // 6
 */
export function interactive<A extends Readonly<Record<string, Abbreviation>>>(
  f: (values: Values<A>) => unknown,
  abbreviations: A,
  options: InteractOptions = {},
): Interactive {
  return connected("interactive", f, abbreviations, options, defaults);
}

/**
 * Shows widgets for what a function takes, and calls it whenever one of them changes.
 *
 * @param f - The function. It takes an object with the widgets' values; what it prints, draws and returns appears below
 *   the widgets.
 * @param abbreviations - By name, what stands for a widget: a number or `[min, max]` or `[min, max, step]` for a slider,
 *   true or false for a checkbox, a string for a field, a list or an object for a choice, or a widget.
 * @param options - Whether a button calls the function, and what becomes of what it returns.
 * @returns The widgets; `result` is what the function returned last.
 * @throws TypeError for what stands for no widget.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Using%20Interact.html
 * @example
 * interact(({ alpha }) => console.log(alpha), { alpha: widgets.fixed(0.5) });
 */
export function interact<A extends Readonly<Record<string, Abbreviation>>>(
  f: (values: Values<A>) => unknown,
  abbreviations: A,
  options: InteractOptions = {},
): Interactive {
  return shown(connected("interact", f, abbreviations, options, { ...defaults, autoDisplay: true }));
}

/**
 * Shows widgets for what a function takes, and a button that calls it.
 *
 * @param f - The function, as `interact` takes it.
 * @param abbreviations - By name, what stands for a widget.
 * @param options - What stands on the button, and what becomes of what the function returns.
 * @returns The widgets; `result` is what the function returned last.
 * @throws TypeError for what stands for no widget.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Using%20Interact.html#interact_manual
 * @example
 * interactManual(({ epochs }) => console.log(epochs), { epochs: widgets.fixed(10) });
 */
export function interactManual<A extends Readonly<Record<string, Abbreviation>>>(
  f: (values: Values<A>) => unknown,
  abbreviations: A,
  options: InteractOptions = {},
): Interactive {
  const by = { ...defaults, autoDisplay: true, manual: true };
  return shown(connected("interactManual", f, abbreviations, options, by));
}

/** Shows widgets once, and not again where a cell ends with them. */
function shown(box: Interactive): Interactive {
  display(box[displaySymbol]());
  return quiet(box);
}
