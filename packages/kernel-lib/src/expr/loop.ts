import type { ColumnType, Primitive } from "./expr";
import type { Program } from "./program";
import { Repeated } from "./repeated";

/** A column of values of one type; truth values are bytes 0 and 1. */
export type Column = Float32Array | Float64Array | Int32Array | Uint32Array | Uint8Array;

/** An operand of a program: a column with a value for each element, written out or repeated, or one number for all. */
export type Source = Column | Repeated | number;

/** How many elements are computed at a time, so that what lies between stays in the processor's cache. */
const block = 512;

const columns: Readonly<Record<ColumnType, new (size: number) => Column>> = {
  float32: Float32Array,
  float64: Float64Array,
  int32: Int32Array,
  uint32: Uint32Array,
  uint8: Uint8Array,
  bool: Uint8Array,
};

type Work = (count: number) => void;

/** One step over whole columns. Storing into a column rounds, or wraps, to its type. */
function work({ arity }: Primitive, f: Primitive["evaluate"], out: Column, args: readonly Column[]): Work {
  const [a, b, c] = args;
  if (arity === 1) {
    return (count) => {
      for (let i = 0; i < count; i++) out[i] = f(a[i]);
    };
  }
  if (arity === 2) {
    return (count) => {
      for (let i = 0; i < count; i++) out[i] = f(a[i], b[i]);
    };
  }
  return (count) => {
    for (let i = 0; i < count; i++) out[i] = f(a[i], b[i], c[i]);
  };
}

const same = (a: number): number => a;
const floating = (type: ColumnType): boolean => type === "float32" || type === "float64";

/**
 * The reference path: a function that runs a program step by step over blocks of elements. Every step is computed in
 * double precision and rounded to its column's type, so in float32 columns all but the transcendental functions give
 * exactly what float32 arithmetic gives. It needs neither a compiler nor any permission.
 *
 * @returns A function of the sources and of the column to fill.
 */
export function makeLoop(program: Program): (sources: readonly Source[], out: Column) => void {
  const slots = program.types.map((type) => new columns[type](block));
  for (const { slot, value } of program.constants) slots[slot].fill(value);
  const steps = program.steps.map(({ primitive, args, slot }) => {
    const { convertsTo, evaluate, evaluateInteger = evaluate } = primitive;
    const source = program.types[args[0]];
    let f = floating(program.types[slot]) ? evaluate : evaluateInteger;
    if (convertsTo !== undefined && !floating(source)) f = same;
    return work(
      primitive,
      f,
      slots[slot],
      args.map((arg) => slots[arg]),
    );
  });
  const result = slots[program.output];

  return (sources, out) => {
    const size = out.length;
    sources.forEach((source, i) => {
      if (typeof source === "number") slots[i].fill(source, 0, Math.min(size, block));
    });
    for (let start = 0; start < size; start += block) {
      const count = Math.min(block, size - start);
      for (let i = 0; i < sources.length; i++) {
        const source = sources[i];
        if (typeof source === "number") continue;
        if (source instanceof Repeated) source.copyInto(slots[i], 0, start, count);
        else slots[i].set(count === source.length ? source : source.subarray(start, start + count));
      }
      for (const step of steps) step(count);
      out.set(count === block ? result : result.subarray(0, count), start);
    }
  };
}
