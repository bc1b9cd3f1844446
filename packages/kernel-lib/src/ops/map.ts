import { sameShape, sizeOf, broadcastShapes } from "../array/broadcast";
import type { DType } from "../array/dtype";
import { elementsOf, ndarray } from "../array/ndarray";
import { repeatsOf, stretched, type Repeats } from "../array/stretch";
import { emptyStorage, makeStorage } from "../array/traits";
import * as e from "../expr";
import { convert, input, inputsOf, isConstant, tangentOf } from "../expr";
import type { Constructor, Expr, Input } from "../expr";
import { makeKernel, type Kernel } from "../expr/kernel";
import type { Source } from "../expr/loop";
import { Repeated } from "../expr/repeated";
import { aligned, broadcast, commonShape, unbroadcast } from "./broadcast";
import { bindOne } from "./bind";
import { lengthOf, Linear, type Primitive, type Tangent } from "./primitive";

/** What a change of one operand changes the result by: a mapping of the change and of some of the operands. */
interface Slope {
  readonly mapping: Mapping;
  /** Which operands follow the change. */
  readonly uses: readonly number[];
}

/** An elementwise expression over operands of certain dtypes, with all that follows from it. */
export class Mapping {
  readonly #kernel: Kernel;
  readonly #tangents = new Map<number, Slope | null>();
  readonly #cotangents = new Map<number, Slope | null>();

  constructor(
    readonly name: string,
    readonly expression: Expr,
    readonly inputs: readonly Input[],
    readonly types: readonly DType[],
  ) {
    this.#kernel = makeKernel(expression, inputs, types);
  }

  /** The dtype of the result. */
  get dtype(): DType {
    return this.#kernel.type;
  }

  /** Whether it computes four numbers at once. */
  get isFast(): boolean {
    return this.#kernel.isFast;
  }

  /** How many steps of plain arithmetic an element takes. */
  get arithmetic(): number {
    return this.#kernel.arithmetic;
  }

  /** Computes the result of operands, each one number or as many as there are results. */
  fill(sources: readonly Source[], shape: readonly number[]): ndarray {
    const out = emptyStorage(this.dtype, sizeOf(this.name, shape));
    this.#kernel.run(sources, out);
    return new ndarray(out, shape, this.dtype);
  }

  /** What a change of operand i changes the result by; null where it changes nothing. */
  tangent(i: number): Slope | null {
    let slope = this.#tangents.get(i);
    if (slope === undefined) this.#tangents.set(i, (slope = this.#slope(i, this.types[i], this.dtype)));
    return slope;
  }

  /** What a cotangent of the result is for operand i, before it is added up where the operand was repeated. */
  cotangent(i: number): Slope | null {
    let slope = this.#cotangents.get(i);
    if (slope === undefined) this.#cotangents.set(i, (slope = this.#slope(i, this.dtype, this.types[i])));
    return slope;
  }

  #slope(i: number, from: DType, to: DType): Slope | null {
    if (this.inputs[i].kind === "truth") return null;
    const change = input("t");
    const between = convertTo(change, from, this.dtype);
    const product = tangentOf(this.expression, this.inputs[i], between);
    if (isConstant(product, 0)) return null;
    const expression = convertTo(product, this.dtype, to);
    const occurring = new Set<Expr>(inputsOf(expression));
    const uses = this.inputs.flatMap((one, k) => (occurring.has(one) ? [k] : []));
    const mapping = new Mapping(
      expression === change ? "copy" : `${this.name}'`,
      expression,
      [change, ...uses.map((k) => this.inputs[k])],
      [from, ...uses.map((k) => this.types[k])],
    );
    return { mapping, uses };
  }
}

const convertTo = (expression: Expr, from: DType, to: DType): Expr =>
  from === to ? expression : convert(expression, to);

/** Computes an elementwise expression of operands that are broadcast. */
export const mapPrimitive: Primitive<Mapping> = {
  name: "map",
  shape: (operands, mapping) => [{ shape: commonShape(mapping.name, operands), dtype: mapping.dtype }],
  run: (operands, mapping) => {
    const shape = broadcastShapes(mapping.name, ...operands.map((x) => x.shape));
    return [
      mapping.fill(
        operands.map((x) => sourceOf(x, shape)),
        shape,
      ),
    ];
  },
  jvp: (operands, tangents, mapping) => {
    const output = map(mapping, operands);
    let sum: Tangent = null;
    tangents.forEach((tangent, i) => {
      const slope = tangent && mapping.tangent(i);
      if (!slope) return;
      const term = broadcast(along(slope, tangent, operands), output.shape);
      sum = sum === null ? term : add(sum, term);
    });
    return { outputs: [output], tangents: [sum] };
  },
  transpose: ([ct], operands, mapping) =>
    operands.map((operand, i) => {
      const slope = ct && operand instanceof Linear ? mapping.cotangent(i) : null;
      return ct && slope && unbroadcast(along(slope, ct, operands as readonly ndarray[]), operand.shape);
    }),
  batch: (operands, axes, _, mapping) => ({ outputs: [map(mapping, aligned(operands, axes))], axes: [0] }),
  flops: (_, [result], { arithmetic }) => arithmetic * lengthOf(result),
  print: (mapping) => ({ f: mapping.name }),
};

/** The product of a change with a slope. */
function along({ mapping, uses }: Slope, change: ndarray, operands: readonly ndarray[]): ndarray {
  return mapping.expression === mapping.inputs[0]
    ? change
    : map(mapping, [change, ...uses.map((k) => operands[k])]);
}

/** Computes an elementwise expression of operands that are broadcast. */
export function map(mapping: Mapping, operands: readonly ndarray[]): ndarray {
  return bindOne(mapPrimitive, operands, mapping);
}

/** An operand at the shape of the result: one number where there is but one, repeated where it is broadcast. */
export function sourceOf(x: ndarray, shape: readonly number[]): Source {
  if (x.size === 1) return elementsOf(x)[0];
  if (sameShape(x.shape, shape)) return elementsOf(x);
  const [repeats, ...more]: readonly (Repeats | undefined)[] = repeatsOf(x.shape, shape);
  if (more.length > 0) return elementsOf(stretched("broadcast", x, shape));
  return repeats ? new Repeated(elementsOf(x), repeats.inner, repeats.count) : elementsOf(x);
}

const mappings = new Map<string, Mapping>();

function mappingOf(
  name: string,
  types: readonly DType[],
  make: (...inputs: readonly Expr[]) => Expr,
): Mapping {
  const key = `${name}:${types.join()}`;
  let mapping = mappings.get(key);
  if (!mapping) {
    const inputs = types.map((type, i) => input("xyz"[i], type === "bool" ? "truth" : "number"));
    mapping = new Mapping(name, make(...inputs), inputs, types);
    mappings.set(key, mapping);
  }
  return mapping;
}

/** An operation of expressions on arrays of one dtype (and a condition), for the rules of primitives. */
export function mapped(make: Constructor, ...operands: readonly ndarray[]): ndarray {
  return map(
    mappingOf(
      make.operation.name,
      operands.map((x) => x.dtype),
      make,
    ),
    operands,
  );
}

/** Tells whether a mapping is {@link add} of operands of one dtype. */
export function isAddition({ expression, inputs, types }: Mapping): boolean {
  return (
    expression.form === "application" &&
    expression.operation === e.add.operation &&
    expression.args.length === inputs.length &&
    inputs.every((one, i) => expression.args[i] === one && types[i] === types[0])
  );
}

/** x + y. */
export const add = (x: ndarray, y: ndarray): ndarray => mapped(e.add, x, y);
/** x · y. */
export const multiply = (x: ndarray, y: ndarray): ndarray => mapped(e.multiply, x, y);
/** x where the condition holds, y elsewhere. */
export const where = (condition: ndarray, x: ndarray, y: ndarray): ndarray =>
  mapped(e.where, condition, x, y);

const stopped = e.define({
  name: "stopGradient",
  arity: 1,
  kind: "number",
  body: (x) => x,
  partials: () => [null],
  latex: (print, x) => print(x),
});

/** The same values, of which a derivative knows nothing. */
export const stopGradient = (x: ndarray): ndarray => (x.dtype === "bool" ? x : mapped(stopped, x));

/** Another dtype. What was converted to an integer has no derivative. */
export function convertType(x: ndarray, dtype: DType): ndarray {
  if (x.dtype === dtype) return x;
  return map(
    mappingOf(`to_${dtype}`, [x.dtype], (from) => convert(from, dtype)),
    [x],
  );
}

/** One number as an array of no axes. */
export function scalar(value: number, dtype: DType): ndarray {
  return new ndarray(makeStorage(dtype, 1).fill(value), [], dtype);
}

/** An array of one number throughout. */
export function full(value: number, shape: readonly number[], dtype: DType): ndarray {
  return new ndarray(makeStorage(dtype, sizeOf("full", shape)).fill(value), shape, dtype);
}
