import { input, inputsOf, substitute, type Expr, type Input } from "../expr";
import { makeKernel, type Kernel } from "../expr/kernel";
import type { ArrayLike } from "../array/asarray";
import { sizeOf } from "../array/broadcast";
import type { DType } from "../array/dtype";
import { capture, capturedArray, source } from "../array/elementwise";
import { ndarray } from "../array/ndarray";
import { isPlainObject } from "../array/options";
import { Tracer } from "../array/tracer";
import { makeStorage } from "../array/traits";

/** The arguments of a function, where those that are arrays may also be anything that stands for one. */
export type Loose<A extends readonly unknown[]> = { [K in keyof A]: A[K] extends ndarray ? ArrayLike : A[K] };

/** Applies a function to every result within lists and objects. */
export function mapTree(tree: unknown, f: (leaf: unknown) => unknown): unknown {
  if (Array.isArray(tree)) return tree.map((part) => mapTree(part, f));
  if (isPlainObject(tree)) {
    return Object.fromEntries(Object.entries(tree).map(([key, part]) => [key, mapTree(part, f)]));
  }
  return f(tree);
}

/** Tells whether an argument is one to follow: an array, a number, lists of them. All else is handed on as it is. */
export function isArrayLike(value: unknown): boolean {
  if (value instanceof ndarray || typeof value === "number" || typeof value === "boolean") return true;
  return ArrayBuffer.isView(value) || (Array.isArray(value) && value.length > 0 && value.every(isArrayLike));
}

/** A new unknown of a shape and dtype, with the input that stands for it in expressions. */
export function unknown(shape: readonly number[], dtype: DType): { variable: Input; tracer: Tracer } {
  const variable = input("x", dtype === "bool" ? "truth" : "number");
  return { variable, tracer: new Tracer(variable, shape, dtype) };
}

/** What is known of an expression that was evaluated before. */
interface Plan {
  readonly inputs: readonly Input[];
  readonly kernels: Map<string, Kernel>;
}

const plans = new WeakMap<Expr, Plan>();

function planOf(e: Expr): Plan {
  let plan = plans.get(e);
  if (!plan) {
    plan = { inputs: inputsOf(e), kernels: new Map() };
    plans.set(e, plan);
  }
  return plan;
}

/**
 * Evaluates what was followed, in one pass over all elements. Where an outer transformation is following, too, the
 * result is a tracer of that one.
 *
 * @param bindings - What inputs stand for; it is broadcast to the shape.
 * @param shape - The shape of the result.
 */
export function evaluate(
  e: Expr,
  bindings: ReadonlyMap<Expr, ndarray>,
  shape: readonly number[],
  dtype: DType,
): ndarray {
  const { inputs, kernels } = planOf(e);
  const arrays = inputs.map((one) => bindings.get(one) ?? capturedArray(one));
  const known = arrays.filter((array): array is ndarray => array !== undefined && !(array instanceof Tracer));
  if (known.length < inputs.length) {
    const replacements = new Map<Expr, Expr>();
    for (const [one, array] of bindings) {
      replacements.set(one, array instanceof Tracer ? array.expression : capture(array));
    }
    return new Tracer(substitute(e, replacements), shape, dtype);
  }
  const types = known.map((array) => array.dtype);
  const key = types.join();
  let kernel = kernels.get(key);
  if (!kernel) {
    kernel = makeKernel(e, inputs, types);
    kernels.set(key, kernel);
  }
  const out = makeStorage(dtype, sizeOf("evaluate", shape));
  kernel.run(
    known.map((array) => source(array, shape, array.dtype)),
    out,
  );
  return new ndarray(out, shape, dtype);
}
