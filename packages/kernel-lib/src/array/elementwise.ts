import { apply, constant, input } from "../expr/expr";
import type { Composite, Expr, Input, Kind, Partials } from "../expr/expr";
import { makeKernel, type Kernel } from "../expr/kernel";
import type { Source } from "../expr/loop";
import { convert } from "../expr/logic";
import type { ArrayLike } from "./asarray";
import { broadcastShapes, broadcastStrides, formatShape, sameShape, sizeOf, walk } from "./broadcast";
import { toArray } from "./coerce";
import { resultType, type DType, type Storage } from "./dtype";
import { ndarray } from "./ndarray";
import { convertStorage, emptyFloats, floatingType, isFloating, makeStorage } from "./traits";
import { Tracer } from "./tracer";

/**
 * In which dtype a function computes, given the one to which its numbers promote:
 * "any": in that one, bool included; "number": in that one, truth values count as int32;
 * "inexact": integers become float32; "floating": integers are an error.
 */
export type Computing = "any" | "number" | "inexact" | "floating";

/** An elementwise function, written once: everything else follows from its expression. */
export interface Definition {
  /** Its name, for messages. */
  readonly name: string;
  /** The names of its inputs; those that take truth values are followed by a question mark. */
  readonly inputs: readonly string[];
  readonly expression: (...inputs: readonly Expr[]) => Expr;
  /** Default: "number". */
  readonly computing?: Computing;
  /** What it does with truth values alone; null where that is an error. Left out: see `computing`. */
  readonly truth?: ((...inputs: readonly Expr[]) => Expr) | null;
  /** Partial derivatives where they are not those of the expression. */
  readonly partials?: Partials;
  /** How a formula writes it, where it is not written out. */
  readonly latex?: Composite["latex"];
}

/** An elementwise function made from its definition, applied to as many arrays as it has inputs. */
export class Elementwise {
  readonly name: string;
  readonly kinds: readonly Kind[];
  readonly operation: Composite | undefined;
  readonly #kernels = new Map<DType, Kernel>();
  readonly #inputs: readonly Input[];
  readonly #ofNumbers: boolean;
  #single: Kernel | undefined;

  constructor(readonly definition: Definition) {
    const { name, inputs, expression: body, partials, latex } = definition;
    this.name = name;
    this.kinds = inputs.map((input) => (input.endsWith("?") ? "truth" : "number"));
    this.#ofNumbers = this.kinds.every((kind) => kind === "number");
    this.#inputs = inputs.map((one, i) => input(one.replace("?", ""), this.kinds[i]));
    if (partials || latex) {
      this.operation = { name, arity: inputs.length, kind: "number", body, partials, latex };
    }
  }

  /** Its expression over its own inputs. */
  get expression(): Expr {
    return this.#expressionFor("float32", this.#inputs);
  }

  get inputs(): readonly Input[] {
    return this.#inputs;
  }

  /** Applies it to arrays, which are broadcast; with a tracer among them, gives a tracer. */
  apply(args: readonly ArrayLike[]): ndarray {
    return this.#applyDirectly(args) ?? this.#applyToAny(args);
  }

  /** The common case without detours: a float32 array, perhaps with plain numbers beside it. */
  #applyDirectly(args: readonly ArrayLike[]): ndarray | undefined {
    const x = args[0];
    if (!(x instanceof ndarray) || x.dtype !== "float32" || !this.#ofNumbers) return undefined;
    // `instanceof Tracer` would look through all that arrays inherit from, down to a proxy.
    if (Object.getPrototypeOf(x) !== ndarray.prototype) return undefined;
    for (let i = 1; i < args.length; i++) if (typeof args[i] !== "number") return undefined;
    this.#single ??= this.#kernelFor("float32");
    const { type, run } = this.#single;
    const { data, shape } = x;
    const out = type === "float32" ? emptyFloats(data.length) : makeStorage(type, data.length);
    const sources: Source[] = [data];
    for (let i = 1; i < args.length; i++) sources.push(args[i] as number);
    run(sources, out);
    return new ndarray(out, shape, type);
  }

  #applyToAny(args: readonly ArrayLike[]): ndarray {
    if (args.some((arg) => arg instanceof Tracer)) return this.#trace(args);
    const operands = args.map((arg) => (typeof arg === "number" ? arg : toArray(this.name, arg)));
    const dtype = this.#computingType(operands);
    const arrays = operands.filter((operand): operand is ndarray => typeof operand !== "number");
    const shape = broadcastShapes(this.name, ...arrays.map((array) => array.shape));
    const kernel = this.#kernelFor(dtype);
    const sources = operands.map((operand, i) => {
      const type = this.kinds[i] === "truth" ? "bool" : dtype;
      return typeof operand === "number" ? plain(operand, type) : source(operand, shape, type);
    });
    const out = makeStorage(kernel.type, sizeOf(this.name, shape));
    kernel.run(sources, out);
    return new ndarray(out, shape, kernel.type);
  }

  /** The dtype in which it computes on these operands. */
  #computingType(operands: readonly (ndarray | number)[]): DType {
    const numbers = operands.filter((_, i) => this.kinds[i] === "number");
    if (numbers.length === 0) return "bool";
    const dtype = resultType(...numbers);
    const { computing = "number", truth } = this.definition;
    if (computing === "floating" && !isFloating(dtype)) {
      throw new TypeError(`${this.name}: expected floating-point numbers, got ${dtype}`);
    }
    if (dtype === "bool" && truth === null) {
      throw new TypeError(`${this.name}: expected numbers, got bool`);
    }
    if (computing === "inexact") return floatingType(dtype);
    if (dtype === "bool" && computing === "number" && !truth) return "int32";
    return dtype;
  }

  #expressionFor(dtype: DType, args: readonly Expr[]): Expr {
    const { expression, truth } = this.definition;
    if (dtype === "bool" && truth) return convert(truth(...args.map((arg) => convert(arg, "bool"))), "bool");
    return this.operation ? apply(this.operation, ...args) : expression(...args);
  }

  #kernelFor(dtype: DType): Kernel {
    let kernel = this.#kernels.get(dtype);
    if (!kernel) {
      const types = this.kinds.map((kind) => (kind === "truth" ? "bool" : dtype));
      kernel = makeKernel(this.#expressionFor(dtype, this.#inputs), this.#inputs, types);
      this.#kernels.set(dtype, kernel);
    }
    return kernel;
  }

  #trace(args: readonly ArrayLike[]): Tracer {
    const operands = args.map((arg) => (typeof arg === "number" ? arg : toArray(this.name, arg)));
    const dtype = this.#computingType(operands);
    const arrays = operands.filter((operand): operand is ndarray => typeof operand !== "number");
    const shape = broadcastShapes(this.name, ...arrays.map((array) => array.shape));
    const parts = operands.map((operand, i) => {
      const type = this.kinds[i] === "truth" ? "bool" : dtype;
      if (typeof operand === "number") return literal(operand, type);
      if (operand instanceof Tracer)
        return operand.dtype === type ? operand.expression : convert(operand.expression, type);
      if (operand.ndim === 0) return literal(operand.item(), type);
      return operand.dtype === type ? capture(operand) : convert(capture(operand), type);
    });
    const e = this.#expressionFor(dtype, parts);
    return new Tracer(e, shape, e.kind === "truth" ? "bool" : dtype);
  }
}

/** The arrays that expressions took in while a function was followed. */
const captured = new WeakMap<Expr, ndarray>();

/** The array that an input stands for, where a followed function brought it along. */
export function capturedArray(e: Expr): ndarray | undefined {
  return captured.get(e);
}

/** An input that stands for an array which a followed function brings along. */
export function capture(array: ndarray): Input {
  const e = input("c", array.dtype === "bool" ? "truth" : "number");
  captured.set(e, array);
  return e;
}

/** A plain number as an expression of that type. */
const literal = (value: number, type: DType): Expr => constant(type === "bool" ? value !== 0 : value);

/** A plain number as an operand of that type. */
function plain(value: number, type: DType): number {
  return type === "bool" ? (value !== 0 ? 1 : 0) : value;
}

/** An array's elements in the type and at the shape of a computation; one number where there is but one. */
export function source(array: ndarray, shape: readonly number[], type: DType): Source {
  const data: Storage = array.dtype === type ? array.data : convertStorage(array.data, array.dtype, type);
  if (data.length === 1) return data[0];
  return sameShape(array.shape, shape) ? data : spread(data, array.shape, shape, type);
}

/** Repeats elements along the axes on which an array is broadcast. */
function spread(data: Storage, from: readonly number[], to: readonly number[], type: DType): Storage {
  const out = makeStorage(type, sizeOf("broadcast", to));
  walk(to, broadcastStrides(from, to), (index, offset) => {
    out[index] = data[offset];
  });
  return out;
}

/** Makes an elementwise function of as many arrays as the definition has inputs. */
export function elementwise<F extends (...args: never[]) => ndarray>(definition: Definition): F {
  const machine = new Elementwise(definition);
  const { name, inputs } = definition;
  const f = (...args: readonly ArrayLike[]): ndarray => {
    if (args.length !== inputs.length) throw wrongCount(name, inputs.length, args);
    return machine.apply(args);
  };
  Object.defineProperty(f, "name", { value: name });
  return Object.assign(f, { machine }) as unknown as F;
}

function wrongCount(name: string, expected: number, args: readonly ArrayLike[]): TypeError {
  const given = args.map((arg) => (arg instanceof ndarray ? formatShape(arg.shape) : typeof arg)).join(", ");
  return new TypeError(
    `${name}: expected ${expected} ${expected === 1 ? "array" : "arrays"}, got ${args.length}${given && `: ${given}`}`,
  );
}
