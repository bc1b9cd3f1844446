import { describe, isPlainObject } from "../array/options";
import { Checkbox, DatePicker, Dropdown, FloatSlider, IntSlider, Text } from "./controls";
import { Widget } from "./widget";

/** A value that stays as it is. Made by {@link fixed}. */
export class Fixed<T> {
  constructor(readonly value: T) {}
}

/**
 * Says that a value is given to a function as it is, without a widget.
 *
 * @param value - The value.
 * @returns What `interact` takes for it.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Using%20Interact.html#fixing-arguments-using-fixed
 * @example
 * widgets.fixed([1, 2, 3]).value.length; // 3
 */
export function fixed<T>(value: T): Fixed<T> {
  return new Fixed(value);
}

/** What stands for a widget: a number, limits, a text, a list, values by labels, or a widget itself. */
export type Abbreviation =
  | number
  | boolean
  | string
  | Date
  | Widget
  | Fixed<unknown>
  | readonly unknown[]
  | Readonly<Record<string, unknown>>;

/** The type of the values of what an abbreviation stands for. */
export type ValueOf<A> =
  A extends Fixed<infer T>
    ? T
    : A extends { readonly value: infer V; observe: unknown }
      ? V
      : A extends number
        ? number
        : A extends boolean
          ? boolean
          : A extends string
            ? string
            : A extends Date
              ? Date | null
              : A extends readonly (infer T)[]
                ? T extends readonly [string, infer V]
                  ? Wide<V>
                  : Wide<T>
                : A extends Readonly<Record<string, infer T>>
                  ? Wide<T>
                  : never;

/** Any number, where one is among those to choose from. */
type Wide<T> = T extends number ? number : T;

const areWhole = (...numbers: number[]): boolean => numbers.every(Number.isInteger);

/** Whole numbers two apart leave no room for a slider between them: fractions are meant. */
const leastRange = 2;

/**
 * A slider between two limits.
 *
 * @param step - Default: 1 between whole numbers that are more than 2 apart, otherwise a hundredth of the range.
 */
function slider(min: number, max: number, step: number | undefined, value: number): Widget {
  const isWhole =
    step === undefined ? areWhole(min, max, value) && max - min > leastRange : areWhole(min, max, step);
  if (isWhole) return IntSlider({ value, min, max, step: step ?? 1 });
  const fine = step ?? Number(((max - min) / 100).toPrecision(12));
  const digits = Math.min(8, Math.max(2, Math.ceil(-Math.log10(fine))));
  return FloatSlider({ value, min, max, step: fine, readoutFormat: `.${digits}f` });
}

/** The limits around a value. */
function around(value: number): Widget {
  if (value === 0) return slider(0, 1, undefined, 0);
  const [min, max] = value > 0 ? [-value, 3 * value] : [3 * value, -value];
  return areWhole(value) ? IntSlider({ value, min, max }) : slider(min, max, undefined, value);
}

/** A slider for `[min, max]` or `[min, max, step]`, at the middle. */
function between(name: string, [min, max, step]: readonly number[]): Widget {
  if (!(min <= max))
    throw new RangeError(`interact: expected ${name} to be [min, max], got [${min}, ${max}]`);
  if (step !== undefined && !(step > 0)) {
    throw new RangeError(`interact: expected the step of ${name} to be above 0, got ${step}`);
  }
  const middle = (min + max) / 2;
  const isWhole = areWhole(min, max) && (step === undefined ? max - min > leastRange : areWhole(step));
  const start = isWhole ? Math.floor(middle) : middle;
  return slider(min, max, step, step === undefined ? start : min + Math.floor((start - min) / step) * step);
}

const isLimits = (list: readonly unknown[]): list is readonly number[] =>
  (list.length === 2 || list.length === 3) &&
  list.every((one) => typeof one === "number" && Number.isFinite(one));

/**
 * The widget that an abbreviation stands for.
 *
 * @param name - The name of what it gives, for messages, and for its description where it has none.
 * @throws TypeError if it does not stand for a widget.
 */
export function widgetFor(name: string, abbreviation: unknown): Widget | Fixed<unknown> {
  const widget = made(name, abbreviation);
  if (widget instanceof Widget && widget.traitOf("description") && widget.get("description") === "") {
    widget.set({ description: name });
  }
  return widget;
}

function made(name: string, abbreviation: unknown): Widget | Fixed<unknown> {
  if (abbreviation instanceof Fixed) return abbreviation;
  if (abbreviation instanceof Widget) {
    if ("value" in abbreviation) return abbreviation;
    throw new TypeError(`interact: expected ${name} to have a value, got ${String(abbreviation)}`);
  }
  if (typeof abbreviation === "boolean") return Checkbox({ value: abbreviation });
  if (typeof abbreviation === "string") return Text({ value: abbreviation });
  if (typeof abbreviation === "number" && Number.isFinite(abbreviation)) return around(abbreviation);
  if (abbreviation instanceof Date) return DatePicker({ value: abbreviation });
  if (Array.isArray(abbreviation) && isLimits(abbreviation)) return between(name, abbreviation);
  if (Array.isArray(abbreviation) && abbreviation.length > 0) return Dropdown({ options: abbreviation });
  if (isPlainObject(abbreviation) && Object.keys(abbreviation).length > 0)
    return Dropdown({ options: abbreviation });
  throw new TypeError(
    `interact: expected ${name} to be a number, [min, max], [min, max, step], true or false, a string, a list, values by labels, or a widget, got ${describe(abbreviation)}`,
  );
}
