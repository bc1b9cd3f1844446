import { displaySymbol, type MimeBundle } from "../display";
import { ones } from "../np/creation";
import { ndarray } from "../array/ndarray";
import { expressionOf } from "../transform/expression";
import { input, substitute, type Expr, type Input } from "../expr";
import { PRNGKey } from "../random/keys";
import type { NumberParameter } from "./activation";
import { ConcretizationTypeError } from "../ops/tracer";
import { defineActivation } from "./define";
import { FlaxError } from "./errors";
import { isModule, stateOf, type AnyModule } from "./moduleInspection";
import { copyOf } from "./moduleInstance";
import { boundTo, runAt } from "./moduleRuns";
import { newRoot, type Tree } from "./scope";

/** A slider for a number: from 0, or from below where it is negative, to twice its value or 1. */
function slider(value: number): NumberParameter {
  return { default: value, min: Math.min(0, 2 * value), max: Math.max(1, 2 * value) };
}

/** The numbers that a module has as fields, and as parameters where all of these are numbers. */
function numbersOf(module: AnyModule): { fields: string[]; params: Tree } | undefined {
  const root = newRoot({}, { params: PRNGKey(0) }, () => true, true);
  runAt(module, root, undefined, [ones([1])]);
  const collections = Object.keys(root.variables);
  const params = root.variables.params ?? {};
  const numbers = Object.values(params).every((x) => x instanceof ndarray && x.ndim === 0);
  if (collections.some((name) => name !== "params") || !numbers) return undefined;
  const fields = Object.keys(module).filter((name) => typeof module[name] === "number");
  return { fields: Object.keys(params).length > 0 ? [] : fields, params };
}

/** Whether an error is a mistake in the user's code; messages of the library begin with the name of a function. */
const isOwn = (error: unknown): error is Error =>
  error instanceof Error &&
  !(error instanceof FlaxError) &&
  !(error instanceof ConcretizationTypeError) &&
  !/^[\w.()]+: /.test(error.message);

/**
 * The card of a module that computes each element from that element alone: formula, derivative, sliders for its
 * numbers. Undefined for all other modules.
 *
 * @param report - Is told of an error in the module's own code.
 */
export function moduleCard(module: object, report: (error: Error) => void): MimeBundle | undefined {
  if (!isModule(module)) return undefined;
  const { className } = stateOf(module);
  try {
    const numbers = numbersOf(module);
    if (numbers === undefined) return undefined;
    const { fields, params } = numbers;
    const learned = Object.entries(params).map(([name, x], i, all) => {
      const latex = all.length > 1 ? `a_{${i + 1}}` : "a";
      return [name, { ...slider(Number((x as ndarray).item().toPrecision(7))), latex }] as const;
    });
    // The module runs here alone: whatever the card needs comes from the expression that it gives.
    const x = input("x");
    const unknowns = [...fields, ...Object.keys(params)].map((name) => [name, input(name)] as const);
    const followed = follow(module, fields, x, Object.fromEntries(unknowns));
    const made = defineActivation<(x: ndarray) => ndarray, Record<string, NumberParameter>>({
      name: className,
      summary: `The module ${className}.`,
      expression: (own, given) =>
        substitute(
          followed,
          new Map<Expr, Expr>([[x, own], ...unknowns.map(([name, one]) => [one, given[name]] as const)]),
        ),
      parameters: Object.fromEntries([
        ...fields.map((name) => [name, slider(module[name] as number)] as const),
        ...learned,
      ]),
      source: "",
      docs: "",
    });
    return made[displaySymbol]();
  } catch (error) {
    // Not elementwise, or not to be called with one array: shown as text alone.
    const { __call__ } = Object.getPrototypeOf(module) as { __call__: (...args: never[]) => unknown };
    if (__call__.length <= 1 && isOwn(error)) report(error);
    return undefined;
  }
}

/** Runs the module on an unknown and takes down what it computes. */
function follow(
  module: AnyModule,
  fields: readonly string[],
  x: Input,
  given: Readonly<Record<string, Input>>,
): Expr {
  const names = Object.keys(given);
  return expressionOf(stateOf(module).className, [x, ...Object.values(given)], (of, ...values) => {
    const unknowns = names.map((name, i) => [name, values[i]] as const);
    const isField = ([name]: readonly [string, ndarray]): boolean => fields.includes(name);
    const copy = copyOf(module, Object.fromEntries(unknowns.filter(isField)));
    const params = Object.fromEntries(unknowns.filter((one) => !isField(one)));
    return boundTo(
      copy,
      newRoot({ params }, {}, () => false, false),
    )(of) as unknown;
  });
}
