import { named } from "../array/named";
import { displaySymbol } from "../display";
import { Formula, input, type Expr } from "../expr";
import type { ArrayLike } from "../array/asarray";
import { Elementwise, type Computing } from "../np/elementwise";
import type { ndarray } from "../array/ndarray";
import { isPlainObject, readOptions } from "../array/options";
import type { Activation, ActivationInfo, FlagParameter, NumberParameter } from "./activation";
import { activationBundle } from "./card";

/** Parameters by name, in the order in which they are given. */
export type Parameters = Readonly<Record<string, NumberParameter | FlagParameter>>;

/** The parameters as an expression takes them: numbers as inputs, flags as they are. */
export type ParameterInputs<P> = { readonly [K in keyof P]: P[K] extends FlagParameter ? boolean : Expr };

/** An elementwise activation, written once. */
export interface ActivationDefinition<P extends Parameters> {
  readonly name: string;
  readonly summary: string;
  readonly expression: (x: Expr, parameters: ParameterInputs<P>) => Expr;
  /** Default: none. */
  readonly parameters?: P;
  /** The form that a textbook shows, equal to the expression but perhaps less careful. */
  readonly textbook?: (x: Expr, parameters: ParameterInputs<P>) => Expr;
  /** The form of the derivative that a textbook shows. Default: the derivative of `textbook`. */
  readonly textbookDerivative?: (x: Expr, parameters: ParameterInputs<P>) => Expr;
  /** Default: none. */
  readonly kinks?: readonly number[];
  readonly source: string;
  /** Default: the page of jax.nn. */
  readonly docs?: string;
  /** In which dtype it computes. Default: integers become float32. */
  readonly computing?: Computing;
}

const isFlag = (parameter: NumberParameter | FlagParameter): parameter is FlagParameter =>
  typeof parameter.default === "boolean";

/** The machines of one activation: one for each setting of its flags. */
class Variants<P extends Parameters> {
  readonly #machines = new Map<string, Elementwise>();
  readonly #names: readonly string[];
  readonly #numbers: readonly string[];
  readonly #flags: readonly string[];
  readonly #usualNumbers: readonly ArrayLike[];
  #usual: Elementwise | undefined;
  readonly defaults: Readonly<Record<string, number | boolean>>;

  constructor(readonly definition: ActivationDefinition<P>) {
    const parameters = Object.entries(definition.parameters ?? {});
    this.#names = parameters.map(([name]) => name);
    this.#numbers = parameters.filter(([, one]) => !isFlag(one)).map(([name]) => name);
    this.#flags = parameters.filter(([, one]) => isFlag(one)).map(([name]) => name);
    this.defaults = Object.fromEntries(parameters.map(([name, one]) => [name, one.default]));
    this.#usualNumbers = this.#numbers.map((name) => this.defaults[name]);
  }

  call(args: readonly unknown[]): ndarray {
    const { name } = this.definition;
    if (args.length === 0) throw new TypeError(`${name}: expected an array, got nothing`);
    const values = args.length === 1 ? this.defaults : this.#read(args.slice(1));
    const machine =
      values === this.defaults ? (this.#usual ??= this.#machineFor(values)) : this.#machineFor(values);
    if (this.#numbers.length === 0) return machine.apply([args[0] as ArrayLike]);
    const numbers =
      values === this.defaults ? this.#usualNumbers : this.#numbers.map((one) => values[one] as ArrayLike);
    return machine.apply([args[0] as ArrayLike, ...numbers]);
  }

  #read(rest: readonly unknown[]): Readonly<Record<string, unknown>> {
    const { name } = this.definition;
    let values: Record<string, unknown>;
    if (rest.length === 1 && isPlainObject(rest[0])) values = readOptions(name, rest[0], this.defaults);
    else {
      if (rest.length > this.#names.length) {
        const wanted = ["x", ...this.#names].join(", ");
        throw new TypeError(`${name}: expected (${wanted}), got ${rest.length + 1} arguments`);
      }
      values = { ...this.defaults };
      rest.forEach((value, i) => {
        if (value !== undefined) values[this.#names[i]] = value;
      });
    }
    for (const key of this.#flags) {
      if (typeof values[key] !== "boolean") {
        throw new TypeError(`${name}: expected ${key} to be true or false, got ${String(values[key])}`);
      }
    }
    return values;
  }

  #machineFor(values: Readonly<Record<string, unknown>>): Elementwise {
    const { name, expression, computing = "inexact" } = this.definition;
    const key = this.#flags.map((flag) => values[flag]).join();
    let machine = this.#machines.get(key);
    if (!machine) {
      machine = new Elementwise({
        name,
        inputs: ["x", ...this.#numbers],
        expression: (x, ...numbers) => expression(x, this.inputs(numbers, values)),
        computing,
      });
      this.#machines.set(key, machine);
    }
    return machine;
  }

  /** The parameters as an expression takes them. */
  inputs(numbers: readonly Expr[], flags: Readonly<Record<string, unknown>>): ParameterInputs<P> {
    const own = this.#names.map((name) => {
      const i = this.#numbers.indexOf(name);
      return [name, i < 0 ? flags[name] : numbers[i]];
    });
    return Object.fromEntries(own) as ParameterInputs<P>;
  }

  /** The formula at given flags. */
  formula(given: Readonly<Record<string, unknown>> = {}): Formula {
    const { name, expression, textbook, textbookDerivative } = this.definition;
    const x = input("x");
    const numbers = this.#numbers.map((one) => {
      const { latex } = this.definition.parameters?.[one] as NumberParameter;
      return input(one, "number", latex);
    });
    const parameters = this.inputs(numbers, { ...this.defaults, ...given });
    return new Formula(
      name,
      [x, ...numbers],
      expression(x, parameters),
      textbook?.(x, parameters),
      textbookDerivative?.(x, parameters),
    );
  }
}

/** Makes an activation function of its definition. */
export function defineActivation<F, P extends Parameters = Record<never, never>>(
  definition: ActivationDefinition<P>,
): Activation<F> {
  const variants = new Variants(definition);
  const { name, summary, kinks = [], source } = definition;
  const given: Parameters = definition.parameters ?? {};
  const parameters = Object.entries(given).map(([key, one]) => ({ name: key, ...one }));
  const info = {
    kind: "elementwise" as const,
    signature: `${name}(${["x", ...parameters.map((one) => `${one.name} = ${one.default}`)].join(", ")})`,
    summary,
    parameters,
    kinks,
    source,
    docs: definition.docs ?? documentationOf(name),
    get latex() {
      return variants.formula().latex;
    },
    get derivativeLatex() {
      return variants.formula().derivativeLatex;
    },
    vega: (names: Readonly<Record<string, string>> = {}) =>
      vegaOf(variants, given, { x: "datum.x", ...names }),
  };
  const f = withInfo((...args: readonly unknown[]) => variants.call(args), name, info);
  formulas.set(f, (flags) => variants.formula(flags));
  return f as Activation<F>;
}

const formulas = new WeakMap<object, (flags?: Readonly<Record<string, unknown>>) => Formula>();

/** The formula of an elementwise activation, at given flags; undefined for what is none. */
export function formulaOf(f: object, flags?: Readonly<Record<string, unknown>>): Formula | undefined {
  return formulas.get(f)?.(flags);
}

/** The Vega expressions: a flag becomes a choice between what it makes of the function. */
function vegaOf<P extends Parameters>(
  variants: Variants<P>,
  parameters: Parameters,
  names: Readonly<Record<string, string>>,
): { value: string; derivative: string } {
  const flags = Object.keys(parameters).filter((key) => isFlag(parameters[key]));
  const choose = (
    rest: readonly string[],
    values: Record<string, unknown>,
  ): { value: string; derivative: string } => {
    const [flag, ...others] = rest;
    if (flag === undefined) return variants.formula(values).vega(names);
    const on = choose(others, { ...values, [flag]: true });
    const off = choose(others, { ...values, [flag]: false });
    const either = (key: "value" | "derivative") => `(${names[flag] ?? flag} ? ${on[key]} : ${off[key]})`;
    return { value: either("value"), derivative: either("derivative") };
  };
  return choose(flags, {});
}

/** The page of jax.nn on a function. */
export function documentationOf(name: string): string {
  const spelled = name.replace(/(?<=[a-z0-9])([A-Z])/g, (_, letter: string) => `_${letter.toLowerCase()}`);
  return `https://docs.jax.dev/en/latest/_autosummary/jax.nn.${spelled}.html`;
}

/** Gives a function its name, what is known of it, and a card to be displayed as. */
export function withInfo(f: object, name: string, info: Omit<ActivationInfo, typeof displaySymbol>): object {
  named(name, f);
  Object.defineProperties(f, Object.getOwnPropertyDescriptors(info));
  Object.defineProperty(f, Symbol.for("nodejs.util.inspect.custom"), {
    value: () => `${info.signature}: ${info.summary}`,
  });
  return Object.defineProperty(f, displaySymbol, {
    value: () => activationBundle(name, info as ActivationInfo),
  });
}

/** What is known of a function along an axis, written once, beside its code. */
export interface AxiswiseDefinition {
  readonly name: string;
  readonly summary: string;
  /** How it is called, `softmax(x, { axis = -1, where })`. */
  readonly signature: string;
  /** Its formula in LaTeX, `\\mathrm{softmax}(x)_i = …`. */
  readonly latex: string;
  readonly source: string;
  /** Default: the page of jax.nn. */
  readonly docs?: string;
}

/** Gives a function along an axis its place in the table of activations. */
export function defineAxiswise<F extends object>(definition: AxiswiseDefinition, f: F): Activation<F> {
  return withInfo(f, definition.name, {
    kind: "axis-wise",
    derivativeLatex: undefined,
    parameters: [],
    kinks: [],
    docs: documentationOf(definition.name),
    vega: () => undefined,
    ...definition,
  }) as Activation<F>;
}
