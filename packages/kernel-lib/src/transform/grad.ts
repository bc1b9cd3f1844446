import { constant, derivative, type Expr } from "../expr";
import type { ArrayLike } from "../array/asarray";
import { toArray } from "../array/coerce";
import { formatShape } from "../array/broadcast";
import type { DType } from "../array/dtype";
import { capture } from "../array/elementwise";
import { ndarray } from "../array/ndarray";
import { describe, isPlainObject, readOptions, type Spelled } from "../array/options";
import { Tracer } from "../array/tracer";
import { isFloating } from "../array/traits";
import { evaluate, unknown, type Loose } from "./follow";

/** Options of {@link grad} and {@link valueAndGrad}. */
export interface GradOptions {
  /** By which argument to differentiate, or a list of several. Default: 0. */
  argnums?: number | readonly number[];
}

/** An argument to differentiate by, several, or options. */
type Argnums = number | readonly number[] | Spelled<GradOptions>;

/** The derivative by one argument, or the list of those by several. */
export type Gradient<O> = O extends { argnums: readonly number[] } | readonly number[] ? ndarray[] : ndarray;

/**
 * Makes the derivative of a scalar function of scalars.
 *
 * The function is followed once through the elementwise functions of jnp and nn that it is built of, and what it
 * computes is differentiated symbolically, with JAX's conventions where no derivative exists: relu'(0) = 0,
 * abs'(0) = 1, half to each where `maximum` has a tie. `jnp.where` passes on the derivative of what it takes and
 * nothing of the other. Nest it for higher derivatives; use {@link vmap} for many points at once.
 *
 * @param f - A function of scalars (arrays of shape `()` or plain numbers) to a scalar. It may use elementwise
 * functions alone; arguments that are not numbers are handed on as they are.
 * @param options - The argument to differentiate by (`argnums`). Default: the first.
 * @returns A function of the same arguments that gives the derivative, a list where `argnums` is one.
 * @throws TypeError if an argument is no scalar of floating point, if the result is none, or if `f` asks for values.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.grad.html
 * @example
 * jax.grad(nn.tanh)(0).item(); // 1
 * jax.vmap(jax.grad((x) => jnp.power(x, 3)))(np.array([1, 2])).tolist(); // [3, 12]
 */
export function grad<A extends unknown[] = ndarray[], const O = 0>(
  f: (x: ndarray, ...rest: A) => unknown,
  options?: O & Argnums,
): (x: ArrayLike, ...rest: Loose<A>) => Gradient<O> {
  const argnums = readArgnums("grad", options);
  return (x, ...rest) => differentiate("grad", f, [x, ...rest], argnums).gradient as Gradient<O>;
}

/**
 * Makes a function that gives both the value and the derivative of a scalar function, as a pair.
 *
 * @param f - As for {@link grad}.
 * @param options - As for {@link grad}.
 * @returns A function of the same arguments that gives `[value, derivative]`.
 * @throws TypeError as {@link grad} does.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.value_and_grad.html
 * @example
 * jax.valueAndGrad((x) => jnp.square(x))(3).map(Number); // [9, 6]
 */
export function valueAndGrad<A extends unknown[] = ndarray[], const O = 0>(
  f: (x: ndarray, ...rest: A) => unknown,
  options?: O & Argnums,
): (x: ArrayLike, ...rest: Loose<A>) => [value: ndarray, derivative: Gradient<O>] {
  const argnums = readArgnums("valueAndGrad", options);
  return (x, ...rest) => {
    const { value, gradient } = differentiate("valueAndGrad", f, [x, ...rest], argnums);
    return [value, gradient as Gradient<O>];
  };
}

function readArgnums(functionName: string, options: Argnums | undefined): number | readonly number[] {
  const shortened = typeof options === "number" || Array.isArray(options) ? { argnums: options } : options;
  const { argnums } = readOptions<{ argnums: unknown }>(functionName, shortened, { argnums: 0 });
  const all: unknown[] = Array.isArray(argnums) ? argnums : [argnums];
  for (const one of all) {
    if (typeof one === "number" && Number.isInteger(one) && one >= 0) continue;
    throw new TypeError(`${functionName}: expected argnums to be 0, 1, 2, … or a list, got ${describe(one)}`);
  }
  return argnums as number | readonly number[];
}

/** Follows a function once; gives its value and its derivatives at the arguments. */
function differentiate(
  functionName: string,
  f: (...args: never[]) => unknown,
  args: readonly unknown[],
  argnums: number | readonly number[],
): { value: ndarray; gradient: ndarray | ndarray[] } {
  const wanted = typeof argnums === "number" ? [argnums] : argnums;
  const points = wanted.map((one) => pointOf(functionName, args, one));
  const unknowns = points.map((point) => unknown([], point.dtype));
  const given = args.map((arg, i) => {
    const at = wanted.indexOf(i);
    return at >= 0 ? unknowns[at].tracer : arg;
  });
  const result = f(...(given as never[]));
  const bindings = new Map(unknowns.map(({ variable }, i) => [variable, points[i]]));
  const output = outputOf(functionName, result);
  const value = evaluate(output.expression, bindings, [], output.dtype);
  const gradients = unknowns.map(({ variable }, i) => {
    const slope = derivative(output.expression, variable);
    return evaluate(slope, bindings, [], points[i].dtype);
  });
  return { value, gradient: typeof argnums === "number" ? gradients[0] : gradients };
}

/** The point at which to differentiate by an argument: a scalar of floating point. */
function pointOf(functionName: string, args: readonly unknown[], argnum: number): ndarray {
  if (argnum >= args.length) {
    throw new TypeError(
      `${functionName}: argnums ${argnum} asks for more than the ${args.length} arguments given`,
    );
  }
  if (isPlainObject(args[argnum])) {
    throw new TypeError(
      `${functionName}: expected argument ${argnum} to be a scalar, got ${describe(args[argnum])}; ` +
        "what is differentiated is elementwise, and not by the parameters of a module",
    );
  }
  const point = toArray(functionName, args[argnum]);
  if (point.ndim > 0) {
    throw new TypeError(
      `${functionName}: expected argument ${argnum} to be a scalar, got shape ${formatShape(point.shape)}; ` +
        "for a derivative at each element, use jax.vmap(jax.grad(f))",
    );
  }
  if (!isFloating(point.dtype)) {
    throw new TypeError(
      `${functionName}: expected argument ${argnum} to be floating point, got ${point.dtype}`,
    );
  }
  return point;
}

/** The result of a function as an expression: a scalar of floating point. */
function outputOf(functionName: string, result: unknown): { expression: Expr; dtype: DType } {
  if (typeof result === "number") return { expression: constant(result), dtype: "float32" };
  if (!(result instanceof ndarray)) {
    throw new TypeError(`${functionName}: expected the function to give a scalar, got ${describe(result)}`);
  }
  const { shape, dtype } = result;
  if (shape.length > 0) {
    throw new TypeError(
      `${functionName}: expected the function to give a scalar, got shape ${formatShape(shape)}`,
    );
  }
  if (!isFloating(dtype)) {
    throw new TypeError(
      `${functionName}: expected the function to give a floating-point number, got ${dtype}`,
    );
  }
  return { expression: result instanceof Tracer ? result.expression : capture(result), dtype };
}
