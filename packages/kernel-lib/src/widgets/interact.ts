import { describe, isPlainObject, readOptions } from "../array/options";
import { display, displaySymbol } from "../display";
import { quiet } from "../display/quiet";
import { widgetFor, type Abbreviation, type ValueOf } from "./abbreviations";
import { control } from "./control";
import { Button, type DOMState } from "./controls";
import { DOMWidget } from "./domWidget";
import type { Output } from "./output";
import { RepeatedCall, type Sources } from "./repeatedCall";
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

const defaults: Required<InteractOptions> = {
  manual: false,
  manualName: "Run Interact",
  autoDisplay: false,
  clearOutput: true,
};

/** Widgets, and below them what a function puts out that is called whenever one of them changes. */
export class InteractiveWidget extends DOMWidget {
  #call?: RepeatedCall;

  /** What the function was called with last. */
  get values(): Record<string, unknown> {
    return this.#call?.values ?? {};
  }

  /** What it returned. */
  get result(): unknown {
    return this.#call?.result;
  }

  /** Connects the function with the widgets, and calls it, unless it waits for the button. */
  connect(f: (values: never) => unknown, sources: Sources, options: Required<InteractOptions>): void {
    const button = options.manual ? Button({ description: options.manualName }) : undefined;
    const call = new RepeatedCall(f, sources, options, (disabled) => button?.set({ disabled }));
    this.#call = call;
    button?.onClick(() => call.update());
    const seen = [...sources.values()].filter((source): source is Widget => source instanceof Widget);
    this.set({
      children: [...seen, ...(button ? [button] : []), call.output],
      domClasses: ["widget-interact"],
    });
    if (!button) call.begin();
  }

  /** Calls the function soon: of many calls that come meanwhile, only the last is made. */
  update(): void {
    this.#call?.update();
  }
}

/** Widgets with the output of a function. Made by {@link interactive}. */
export interface Interactive extends InteractiveWidget, DOMState {
  children: readonly (DOMWidget & DOMState)[];
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
  checkFunction(name, f);
  const read = readOptions(name, options, by);
  const sources = entriesOf(name, abbreviations, "{ x: [0, 10] }").map(
    ([key, one]) => [key, widgetFor(key, one)] as const,
  );
  const made = makeInteractive();
  made.connect(f, new Map(sources), read);
  return made;
}

function checkFunction(name: string, f: unknown): asserts f is (values: never) => unknown {
  if (typeof f !== "function") throw new TypeError(`${name}: expected a function, got ${describe(f)}`);
}

function entriesOf(name: string, byName: unknown, example: string): [string, unknown][] {
  if (isPlainObject(byName)) return Object.entries(byName);
  throw new TypeError(`${name}: expected widgets by name, such as ${example}, got ${describe(byName)}`);
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
export function interactive<const A extends Readonly<Record<string, Abbreviation>>>(
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
export function interact<const A extends Readonly<Record<string, Abbreviation>>>(
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
export function interactManual<const A extends Readonly<Record<string, Abbreviation>>>(
  f: (values: Values<A>) => unknown,
  abbreviations: A,
  options: InteractOptions = {},
): Interactive {
  const by = { ...defaults, autoDisplay: true, manual: true };
  return shown(connected("interactManual", f, abbreviations, options, by));
}

/**
 * Makes an area with the output of a function that is called whenever one of some widgets changes. Where the widgets
 * stand is up to you.
 *
 * @param f - The function. It takes an object with the widgets' values.
 * @param controls - The widgets, by name.
 * @returns The area. It is not shown yet.
 * @throws TypeError for what is no widget with a value.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Using%20Interact.html#more-control-over-the-user-interface-interactive_output
 * @example
 * const [a, b] = [widgets.IntSlider(), widgets.IntSlider()];
 * const sum = widgets.interactiveOutput(({ a, b }) => console.log(a + b), { a, b });
 * widgets.VBox([widgets.HBox([a, b]), sum]);
 */
export function interactiveOutput<A extends Readonly<Record<string, Widget>>>(
  f: (values: Values<A>) => unknown,
  controls: A,
): Output {
  checkFunction("interactiveOutput", f);
  const sources = entriesOf("interactiveOutput", controls, "{ x: slider }").map(([name, one]) => {
    if (one instanceof Widget && "value" in one) return [name, one] as const;
    throw new TypeError(
      `interactiveOutput: expected ${name} to be a widget with a value, got ${describe(one)}`,
    );
  });
  const call = new RepeatedCall(f, new Map(sources), { autoDisplay: false, clearOutput: true });
  call.begin();
  return call.output;
}

/** Shows widgets once, and not again where a cell ends with them. */
function shown(box: Interactive): Interactive {
  display(box[displaySymbol]());
  return quiet(box);
}
