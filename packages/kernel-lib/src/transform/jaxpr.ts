import type { ndarray } from "../array/ndarray";
import type { LooseAll } from "./arguments";
import { flattened } from "./flat";
import { traceGraph, Variable, type Atom, type Graph } from "./graph";
import { followed } from "./levels";
import { withoutDead } from "./optimize";
import { displaySymbol, type MimeBundle } from "../display";

const short: Readonly<Record<string, string>> = {
  float32: "f32",
  float64: "f64",
  int32: "i32",
  uint32: "u32",
  uint8: "u8",
  bool: "bool",
};

const typeOf = ({ dtype, shape }: { dtype: string; shape: readonly number[] }): string =>
  `${short[dtype] ?? dtype}[${shape.join(",")}]`;

/** a, b, …, z, aa, ab, … */
function letters(index: number): string {
  const last = String.fromCharCode(97 + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}

/** Writes a program as text: a line for each equation. */
function print(graph: Graph, indent: string): string {
  const names = new Map<Atom, string>();
  const nameOf = (atom: Atom): string => {
    let name = names.get(atom);
    if (name === undefined) {
      const isNumber = !(atom instanceof Variable) && atom.size === 1 && atom.ndim === 0;
      name = isNumber ? String(Number(atom.item().toPrecision(7))) : letters(names.size);
      names.set(atom, name);
      if (!(atom instanceof Variable) && !isNumber) known.push(atom);
    }
    return name;
  };
  const known: ndarray[] = [];
  const typed = (atom: Atom): string => `${nameOf(atom)}:${typeOf(atom)}`;
  const inputs = graph.inputs.map(typed);
  const lines = graph.equations.map(({ primitive, operands, params, results }) => {
    const own = operands.map(nameOf);
    const said = Object.entries(primitive.print?.(params) ?? plain(params));
    const isMap = primitive.name === "map";
    const head = isMap ? String(said[0][1]) : primitive.name;
    const rest = isMap ? [] : said;
    const written = rest.map(([key, value]) => `${key}=${write(value, `${indent}    `)}`);
    const options = written.length > 0 ? `[${written.join(" ")}]` : "";
    return `${indent}    ${results.map(typed).join(" ")} = ${head}${options} ${own.join(" ")}`;
  });
  const outputs = graph.outputs.map(nameOf);
  const head = `{ lambda ${known.map(typed).join(" ")}; ${inputs.join(" ")}. let`;
  return `${head}\n${lines.join("\n")}${lines.length > 0 ? "\n" : ""}${indent}  in (${outputs.join(", ")}) }`;
}

const plain = (params: unknown): object => (typeof params === "object" && params !== null ? params : {});

function write(value: unknown, indent: string): string {
  if (Array.isArray(value)) {
    const parts = value.map((part) => write(part, indent));
    return typeof value[0] === "object" && !Array.isArray(value[0])
      ? `(${parts.join(" ")})`
      : `(${parts.join(",")})`;
  }
  if (typeof value === "object" && value !== null && "equations" in value)
    return print(value as Graph, indent);
  return String(value);
}

/** A program as {@link makeJaxpr} gives it: its text is what it prints as. */
export class Jaxpr {
  constructor(readonly graph: Graph) {}

  /** The equations of the program. */
  get eqns(): Graph["equations"] {
    return this.graph.equations;
  }

  toString(): string {
    return print(this.graph, "");
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return this.toString();
  }

  [displaySymbol](): MimeBundle {
    return { "text/plain": this.toString() };
  }
}

/**
 * Makes the function that gives the program of what a function computes, to read: a line for each operation.
 *
 * @param f - A function of trees of arrays.
 * @returns A function of the same arguments, of which only shapes and dtypes count.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.make_jaxpr.html
 * @example
 * jax.makeJaxpr((x) => jnp.sum(jnp.sin(x)))([1, 2]).toString();
 */
export function makeJaxpr<P = ndarray, A extends unknown[] = ndarray[]>(
  f: (x: P, ...rest: A) => unknown,
): (...args: LooseAll<[P, ...A]>) => Jaxpr {
  const followedBy = followed("makeJaxpr", f);
  return ((...args: unknown[]) => {
    const flat = flattened("makeJaxpr", followedBy, f, args);
    return new Jaxpr(withoutDead(traceGraph(followedBy, flat.arrays, flat.f)));
  }) as never;
}

/** Shape and dtype of an array that is not there. */
export class ShapeDtypeStruct {
  constructor(
    readonly shape: readonly number[],
    readonly dtype: ndarray["dtype"],
  ) {}

  toString(): string {
    return `ShapeDtypeStruct(${typeOf(this)})`;
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return this.toString();
  }
}

/** A tree of arrays of which only shapes and dtypes are known. */
export type Shapes<R> = R extends ndarray
  ? ShapeDtypeStruct
  : R extends readonly unknown[] | Readonly<Record<string, unknown>>
    ? { [K in keyof R]: Shapes<R[K]> }
    : R;

/**
 * Finds shapes and dtypes of what a function gives, without computing it.
 *
 * @param f - A function of trees of arrays.
 * @param args - Its arguments.
 * @returns The result with a `ShapeDtypeStruct` in place of each array.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.eval_shape.html
 * @example
 * jax.evalShape((x) => jnp.sum(x, 0), jnp.ones([2, 3])).shape; // [3]
 */
export function evalShape<A extends unknown[] = ndarray[], R = ndarray>(
  f: (...args: A) => R,
  ...args: LooseAll<A> extends infer L extends unknown[] ? L : never
): Shapes<R> {
  const followedBy = followed("evalShape", f);
  const flat = flattened("evalShape", followedBy, f, args);
  const { outputs } = traceGraph(followedBy, flat.arrays, flat.f);
  return flat.rebuild(outputs.map(({ shape, dtype }) => new ShapeDtypeStruct(shape, dtype))) as never;
}
