import type { ArrayLike } from "../array/asarray";
import { ndarray } from "../array/ndarray";
import { describe, isPlainObject, readOptions } from "../array/options";
import type { Expr, Input } from "../expr";
import { expressionOf } from "../transform/expression";
import type { Activation, FlagParameter, NumberParameter } from "./activation";
import type { AnyActivation } from "./activations";
import { defineActivation, formulaOf, type Parameters } from "./define";

/** What may be said of a user's own activation. */
export interface ActivationOptions<P extends Parameters> {
  /** Its parameters by name: a number with default and range, or a flag. Default: none. */
  parameters?: P;
  /** What it is, in a sentence. Default: its name. */
  summary?: string;
  /** Where its derivative jumps or does not exist. Default: nowhere. */
  kinks?: readonly number[];
  /** The address of the paper that defines it. Default: none. */
  source?: string;
}

/** The parameters as the function gets them. */
export type ParameterValues<P> = { readonly [K in keyof P]: P[K] extends FlagParameter ? boolean : ndarray };

/** The parameters as a call may give them. */
export type ParameterOptions<P> = { [K in keyof P]?: P[K] extends FlagParameter ? boolean : ArrayLike };

/**
 * The activations that {@link activation} made, by name; a later one of a name replaces the earlier.
 *
 * @see https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects/Map
 * @example
 * [...nn.userActivations.keys()];
 */
export const userActivations: ReadonlyMap<string, AnyActivation> = new Map();

/**
 * Makes an activation of one's own: from a function written with jnp and nn follow its formula, its derivative, its
 * card with sliders, and a fast kernel.
 *
 * @param name - Its name, for formulas and messages.
 * @param f - The function: elementwise, of an array and its parameters.
 * @param options - Its parameters and what else is known of it.
 * @returns The activation; call it as those of nn, `f(x, 0.5)` or `f(x, { alpha: 0.5 })`.
 * @throws TypeError if the name is not an identifier, or if `f` is not elementwise.
 * @see https://flax-linen.readthedocs.io/en/latest/api_reference/flax.linen/activation_functions.html
 * @example
 * const bump = nn.activation("bump", (x, { width }) => jnp.exp(jnp.negative(jnp.square(jnp.divide(x, width)))), {
 *   parameters: { width: { default: 1, min: 0.1, max: 3 } },
 * });
 * bump([0, 1e3], 2).tolist(); // [1, 0]
 */
export function activation<const P extends Parameters = Record<never, never>>(
  name: string,
  f: (x: ndarray, parameters: ParameterValues<P>) => ndarray | number,
  options?: ActivationOptions<P>,
): Activation<(x: ArrayLike, ...parameters: (ArrayLike | boolean | ParameterOptions<P>)[]) => ndarray> {
  if (typeof name !== "string" || !/^[A-Za-z_]\w*$/.test(name)) {
    throw new TypeError(`activation: expected a name of letters and digits, got ${describe(name)}`);
  }
  if (typeof f !== "function") throw new TypeError(`activation: expected a function, got ${describe(f)}`);
  const { parameters, summary, kinks, source } = readOptions<ActivationOptions<P>>("activation", options, {
    parameters: undefined,
    summary: `The function ${name}.`,
    kinks: [],
    source: "",
  });
  checkParameters(parameters ?? {});
  const made = defineActivation<(...args: never[]) => ndarray, P>({
    name,
    summary: summary as string,
    expression: (x, given) => follow(name, f as (...args: unknown[]) => unknown, x, given),
    parameters,
    kinks,
    source: source as string,
    docs: "",
  });
  formulaOf(made); // follows the function once, so that it fails here and not at its first use
  (userActivations as Map<string, AnyActivation>).set(name, made as AnyActivation);
  return made as never;
}

function checkParameters(parameters: Parameters): void {
  if (!isPlainObject(parameters)) {
    throw new TypeError(`activation: expected parameters by name, got ${describe(parameters)}`);
  }
  for (const [name, one] of Object.entries(parameters)) {
    const { default: usual, min, max } = one as Partial<NumberParameter>;
    const flag = typeof (usual as unknown) === "boolean";
    if (
      !flag &&
      !(typeof usual === "number" && typeof min === "number" && typeof max === "number" && min < max)
    ) {
      throw new TypeError(
        `activation: expected parameter ${name} to be { default, min, max } or { default: true }, got ${describe(one)}`,
      );
    }
  }
}

/** Calls the function on unknowns and takes down what it computes. */
function follow(name: string, f: (...args: unknown[]) => unknown, x: Expr, parameters: object): Expr {
  const numbers = Object.entries(parameters).filter(([, one]) => typeof one !== "boolean");
  return expressionOf(name, [x, ...numbers.map(([, one]) => one as Expr)] as Input[], (of, ...values) => {
    const given = Object.fromEntries(numbers.map(([key], i) => [key, values[i]]));
    return f(of, { ...parameters, ...given });
  });
}
