import { named } from "../array/named";
import { ndarray } from "../array/ndarray";
import { readOptions, type Spelled } from "../array/options";
import { isFloating } from "../array/traits";
import { toFront } from "../ops/broadcast";
import { moveAxis, reshape } from "../ops/layout";
import { full } from "../ops/map";
import type { LooseAll } from "./arguments";
import { overBatch } from "./batch";
import { flattened, type Flattened } from "./flat";
import { forward } from "./forward";
import { followed } from "./levels";
import { linearized, transposed } from "./reverse";
import { unflatten } from "./tree";

/** Options of {@link jacfwd}, {@link jacrev} and {@link hessian}. */
export interface JacobianOptions {
  /** By which argument to differentiate, or a list of several. Default: 0. */
  argnums?: number | readonly number[];
}

/** All changes of one element alone, along a new first axis. */
function unitChanges({ shape, dtype, size }: ndarray): ndarray {
  const data = dtype === "float64" ? new Float64Array(size * size) : new Float32Array(size * size);
  for (let i = 0; i < size; i++) data[i * size + i] = 1;
  return new ndarray(data, [size, ...shape], dtype);
}

interface Prepared {
  readonly flat: Flattened;
  readonly wanted: readonly number[];
  /** Whether one argument was asked for, not a list. */
  readonly isOne: boolean;
}

function prepare(
  functionName: string,
  f: (...args: never[]) => unknown,
  args: readonly unknown[],
  options: unknown,
): Prepared {
  const short = typeof options === "number" || Array.isArray(options) ? { argnums: options } : options;
  const { argnums } = readOptions<Required<JacobianOptions>>(functionName, short, { argnums: 0 });
  const wanted = typeof argnums === "number" ? [argnums] : argnums;
  for (const one of wanted) {
    if (!Number.isInteger(one) || one < 0 || one >= args.length) {
      throw new TypeError(
        `${functionName}: argnums ${one} asks for more than the ${args.length} arguments given`,
      );
    }
  }
  const own = wanted.map((one) => args[one]);
  const call = (...given: unknown[]): unknown => {
    const all = [...args];
    wanted.forEach((one, i) => (all[one] = given[i]));
    return (f as (...all: unknown[]) => unknown)(...all);
  };
  const flat = flattened(functionName, followed(functionName, f), call as never, own);
  const whole = flat.arrays.find((x) => !isFloating(x.dtype));
  if (whole) throw new TypeError(`${functionName}: expected arguments of floating point, got ${whole.dtype}`);
  return { flat, wanted, isOne: typeof argnums === "number" };
}

/** Puts a block for each pair of result and argument together: a tree of results, each a tree of arguments. */
function assembled({ flat, isOne }: Prepared, blocks: readonly (readonly ndarray[])[]): unknown {
  const rows = blocks.map((row) => {
    let at = 0;
    const parts = flat.args.map(({ arrays, rebuild }) => rebuild(row.slice(at, (at += arrays.length))));
    return isOne ? parts[0] : parts;
  });
  return unflatten(flat.structure(), rows);
}

/**
 * Makes the function that gives all derivatives of all results, forward: one pass for each number of the argument, all
 * at once. For functions of few numbers.
 *
 * @param f - A function of trees of arrays.
 * @param options - The argument to differentiate by, a list, or options. Default: the first.
 * @returns A function to arrays of the shape of the result followed by that of the argument.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.jacfwd.html
 * @example
 * jax.jacfwd((x) => jnp.square(x))([1, 2]).tolist(); // [[2, 0], [0, 4]]
 */
export function jacfwd<P = ndarray, A extends unknown[] = ndarray[]>(
  f: (x: P, ...rest: A) => unknown,
  options?: number | readonly number[] | Spelled<JacobianOptions>,
): (...args: LooseAll<[P, ...A]>) => ndarray {
  const followedBy = followed("jacfwd", f);
  const jacobian = (...args: unknown[]): unknown => {
    const prepared = prepare("jacfwd", f, args, options);
    const { arrays, f: call } = prepared.flat;
    const columns = arrays.map((x, own) => {
      const { outputs, axes } = overBatch(
        followedBy,
        (change) => {
          const result = forward(
            followedBy,
            call,
            arrays,
            arrays.map((_, i) => (i === own ? change : null)),
          );
          return result.outputs.map((y, i) => result.tangents[i] ?? full(0, y.shape, y.dtype));
        },
        [unitChanges(x)],
        [0],
        x.size,
      );
      return outputs.map((output, i) => {
        const last = moveAxis(toFront(output, axes[i], x.size), 0, output.ndim - (axes[i] === null ? 0 : 1));
        return reshape(last, [...last.shape.slice(0, -1), ...x.shape]);
      });
    });
    const count = columns.length > 0 ? columns[0].length : 0;
    return assembled(
      prepared,
      Array.from({ length: count }, (_, i) => columns.map((column) => column[i])),
    );
  };
  return named(f.name, jacobian) as never;
}

/**
 * Makes the function that gives all derivatives of all results, backward: one pass for each number of the result, all at
 * once. For functions to few numbers.
 *
 * @param f - A function of trees of arrays.
 * @param options - The argument to differentiate by, a list, or options. Default: the first.
 * @returns A function to arrays of the shape of the result followed by that of the argument.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.jacrev.html
 * @example
 * jax.jacrev((x) => jnp.square(x))([1, 2]).tolist(); // [[2, 0], [0, 4]]
 */
export function jacrev<P = ndarray, A extends unknown[] = ndarray[]>(
  f: (x: P, ...rest: A) => unknown,
  options?: number | readonly number[] | Spelled<JacobianOptions>,
): (...args: LooseAll<[P, ...A]>) => ndarray {
  const followedBy = followed("jacrev", f);
  const jacobian = (...args: unknown[]): unknown => {
    const prepared = prepare("jacrev", f, args, options);
    const { arrays, f: call } = prepared.flat;
    const { outputs, program, changes } = linearized(followedBy, call, arrays);
    const rows = outputs.map((y, own) => {
      const place = changes.slice(0, own).filter(Boolean).length;
      const count = changes.filter(Boolean).length;
      if (!changes[own]) return arrays.map((x) => full(0, [...y.shape, ...x.shape], x.dtype));
      const result = overBatch(
        followedBy,
        (cotangent) => {
          const back = transposed(
            program,
            Array.from({ length: count }, (_, i) => (i === place ? cotangent : null)),
          );
          return arrays.map((x, i) => back[i] ?? full(0, x.shape, x.dtype));
        },
        [unitChanges(y)],
        [0],
        y.size,
      );
      return result.outputs.map((output, i) =>
        reshape(toFront(output, result.axes[i], y.size), [...y.shape, ...arrays[i].shape]),
      );
    });
    return assembled(prepared, rows);
  };
  return named(f.name, jacobian) as never;
}

/**
 * Makes the function that gives all second derivatives.
 *
 * @param f - A function of trees of arrays.
 * @param options - The argument to differentiate by, a list, or options. Default: the first.
 * @returns A function to arrays of the shape of the result followed twice by that of the argument.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.hessian.html
 * @example
 * jax.hessian((x) => jnp.sum(jnp.power(x, 3)))([1, 2]).tolist(); // [[6, 0], [0, 12]]
 */
export function hessian<P = ndarray, A extends unknown[] = ndarray[]>(
  f: (x: P, ...rest: A) => unknown,
  options?: number | readonly number[] | Spelled<JacobianOptions>,
): (...args: LooseAll<[P, ...A]>) => ndarray {
  return jacfwd(jacrev(f, options) as never, options) as never;
}
