import type { Expr, Input, ColumnType, Primitive } from "./expr";
import { makeLoop, type Column, type Source } from "./loop";
import { compile, type Program, type Step } from "./program";
import { fitsLanes, makeLanes } from "./simd/run";

type Run = (sources: readonly Source[], out: Column) => void;

/** A compiled expression: fills a column from sources, and knows the column's type. */
export interface Kernel {
  readonly type: ColumnType;
  readonly run: Run;
  /** Whether many elements are computed four at once. */
  readonly isFast: boolean;
  /** How many steps of plain arithmetic an element takes, comparisons and choices among them. */
  readonly arithmetic: number;
}

/** What is no plain arithmetic, and costs whatever it costs on a machine, is in files of other functions. */
const isPlain = (primitive: Primitive): boolean =>
  primitive.kind !== "number" || primitive.convertsTo !== undefined || plain.has(primitive.name);
const plain = new Set(
  "add subtract multiply divide negative abs sign maximum minimum trunc floor ceil rem".split(" "),
);

/** From this many elements on, four lanes at once are worth their copies. */
const worthLanes = 32;

/**
 * Compiles an expression for columns of given types: many float32 numbers take the fast path, everything else the
 * reference path. Which one depends on the number of elements alone, so the same call always gives the same numbers.
 *
 * @param fewest - From how many elements on the fast path is taken: 1 where a few are to be the first of many.
 */
export function makeKernel(
  e: Expr,
  inputs: readonly Input[],
  types: readonly ColumnType[],
  fewest = worthLanes,
): Kernel {
  const program = compile(e, inputs, types);
  const fits = fitsLanes(program);
  let loop: Run | undefined;
  let lanes: Run | undefined;
  const run: Run = (sources, out) => {
    if (fits && out.length >= fewest) {
      lanes ??= makeLanes(program);
      if (lanes) return lanes(sources, out);
    }
    loop ??= makeLoop(program);
    loop(sources, out);
  };
  return { type: program.types[program.output], run, isFast: fits, arithmetic: arithmeticOf(program) };
}

/** Counts steps of plain arithmetic, as XLA does: the logistic function is three, the inverse of a root is none. */
function arithmeticOf({ steps, constants }: Program): number {
  const ones = new Set(constants.filter(({ value }) => value === 1).map(({ slot }) => slot));
  const roots = new Set(steps.filter(({ primitive }) => primitive.name === "sqrt").map(({ slot }) => slot));
  const isInverseRoot = ({ primitive, args: [a, b] }: Step): boolean =>
    primitive.name === "divide" && ones.has(a) && roots.has(b);
  const counted = steps.filter((step) => isPlain(step.primitive) && !isInverseRoot(step));
  return counted.length + 3 * steps.filter(({ primitive }) => primitive.name === "logistic").length;
}
