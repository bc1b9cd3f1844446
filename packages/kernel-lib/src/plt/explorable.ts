import { Formula, input } from "../expr";
import { describe, isPlainObject, readOptions } from "../array/options";
import { ndarray } from "../array/ndarray";
import { ConcretizationTypeError } from "../ops/tracer";
import { expressionOf } from "../transform/expression";

/** A slider for a number, or a box for what is on or off. */
export interface Control {
  /** The parameter's name, as the reader sees it. */
  name: string;
  value: number | boolean;
  /** Ends and step of a slider; undefined for a box. */
  slider?: { min: number; max: number; step: number };
}

/** What a function is as expressions of Vega's, and how it is called for its numbers. */
export interface Explorable {
  name: string;
  controls: Control[];
  /** The expressions, given what `x` and the parameters are called. */
  vega(names: Readonly<Record<string, string>>): { value: string; derivative: string };
  /** Its values at points. */
  evaluate(x: readonly number[], parameters: Readonly<Record<string, number | boolean>>): ArrayLike<number>;
}

/** The range of a slider, a value that stays, or both with a step. */
export type ParameterRange =
  | readonly [min: number, max: number]
  | readonly [min: number, max: number, step: number]
  | number
  | boolean
  | { min: number; max: number; value?: number; step?: number };

/** A function that brings its own expressions: the activations of nn do. */
interface Symbolic {
  (...args: unknown[]): unknown;
  readonly parameters: readonly {
    name: string;
    default: number | boolean;
    min?: number;
    max?: number;
    step?: number;
  }[];
  vega(names: Readonly<Record<string, string>>): { value: string; derivative: string } | undefined;
}

const isSymbolic = (f: object): f is Symbolic =>
  typeof (f as Partial<Symbolic>).vega === "function" && Array.isArray((f as Partial<Symbolic>).parameters);

const numbersOf = (result: unknown): ArrayLike<number> => (result as { data: ArrayLike<number> }).data;

/** Understands a function and the ranges of its parameters. */
export function readExplorable(f: unknown, ranges: unknown): Explorable {
  if (typeof f !== "function") throw new TypeError(`explore: expected a function, got ${describe(f)}`);
  if (ranges !== undefined && !isPlainObject(ranges)) {
    throw new TypeError(`explore: expected ranges by parameter, { alpha: [0, 1] }, got ${describe(ranges)}`);
  }
  return isSymbolic(f)
    ? fromSymbolic(f, ranges)
    : fromFunction(f as (...args: unknown[]) => unknown, ranges ?? {});
}

function fromSymbolic(f: Symbolic, ranges: Record<string, unknown> | undefined): Explorable {
  if (f.vega({}) === undefined) {
    throw new TypeError(`explore: expected an elementwise function; ${f.name} works along an axis`);
  }
  const names = f.parameters.map(({ name }) => name);
  const given = readOptions<Record<string, unknown>>(
    `explore(${f.name})`,
    ranges,
    Object.fromEntries(names.map((name) => [name, undefined])),
  );
  const controls = f.parameters.flatMap((parameter): Control[] => {
    const range = given[parameter.name];
    if (range === undefined && ranges !== undefined) return [];
    if (range === undefined) {
      const { name, default: value, min, max, step } = parameter;
      if (typeof value === "boolean" || min === undefined || max === undefined) return [{ name, value }];
      return [{ name, value, slider: { min, max, step: step ?? (max - min) / 100 } }];
    }
    return [readControl(parameter.name, range, parameter.default)];
  });
  // Parameters without a range keep their defaults, as constants.
  const fixed = Object.fromEntries(
    f.parameters.map(({ name, default: value }) => [name, `(${String(value)})`]),
  );
  return {
    name: f.name,
    controls,
    vega: (called) => f.vega({ ...fixed, ...called }) as { value: string; derivative: string },
    evaluate: (x, parameters) => numbersOf(names.length > 0 ? f(x, parameters) : f(x)),
  };
}

/** Follows a function written with jnp: its parameters are those that have a range, in order or in an object. */
function fromFunction(f: (...args: unknown[]) => unknown, ranges: Record<string, unknown>): Explorable {
  const controls = Object.entries(ranges).map(([name, range]) => readControl(name, range));
  const names = controls.map(({ name }) => name);
  const x = input("x");
  const inputs = names.map((name) => input(name));
  const name = f.name || "f";
  const ways: ((of: unknown, values: readonly unknown[]) => unknown[])[] = [
    (of, values) => [of, ...values],
    (of, values) => [of, Object.fromEntries(values.map((value, k) => [names[k], value]))],
  ];
  let failure: unknown;
  for (const way of names.length > 0 ? ways : ways.slice(0, 1)) {
    try {
      const expression = expressionOf(name, [x, ...inputs], (of, ...values) => f(...way(of, values)));
      const formula = new Formula(name, [x, ...inputs], expression);
      const call = (of: unknown, values: readonly unknown[]) => f(...way(of, values));
      return {
        name,
        controls,
        vega: (called) => formula.vega(called),
        evaluate: (at, parameters) =>
          numbersOf(
            call(
              toArray(at),
              names.map((one) => parameters[one]),
            ),
          ),
      };
    } catch (error) {
      if (error instanceof ConcretizationTypeError) throw error;
      failure ??= error;
    }
  }
  throw failure;
}

const toArray = (x: readonly number[]) => new ndarray(Float32Array.from(x), [x.length], "float32");

function readControl(name: string, range: unknown, usual?: number | boolean): Control {
  const bad = (what: string) =>
    new TypeError(
      `explore: expected the range of ${name} to be ${what}, got ${Array.isArray(range) ? `[${range.join(", ")}]` : describe(range)}`,
    );
  if (typeof range === "boolean" || typeof usual === "boolean") {
    if (typeof range !== "boolean") throw bad("true or false");
    return { name, value: range };
  }
  if (typeof range === "number" && Number.isFinite(range)) return { name, value: range, slider: undefined };
  const list = Array.isArray(range) ? (range as unknown[]) : undefined;
  const { min, max, value, step } = list
    ? { min: list[0], max: list[1], step: list[2], value: undefined }
    : isPlainObject(range)
      ? readOptions<Record<string, unknown>>(`explore(${name})`, range, {
          min: undefined,
          max: undefined,
          value: undefined,
          step: undefined,
        })
      : ({} as Record<string, unknown>);
  const numbers = [min, max, value ?? 0, step ?? 1];
  if (
    !numbers.every((part) => typeof part === "number" && Number.isFinite(part)) ||
    (list && list.length > 3)
  ) {
    throw bad("[min, max], [min, max, step] or a number");
  }
  const [low, high, , by] = numbers as number[];
  if (!(low < high) || by <= 0) throw bad("[min, max] with min below max");
  const wanted = (value as number | undefined) ?? usual ?? (low + high) / 2;
  return {
    name,
    value: Math.min(high, Math.max(low, wanted)),
    slider: { min: low, max: high, step: (step as number | undefined) ?? (high - low) / 100 },
  };
}
