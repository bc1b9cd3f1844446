import type { Expr, Input, ColumnType } from "./expr";
import { makeLoop, type Column, type Source } from "./loop";
import { compile } from "./program";

/** A compiled expression: fills a column from sources, and knows the column's type. */
export interface Kernel {
  readonly type: ColumnType;
  readonly run: (sources: readonly Source[], out: Column) => void;
}

/** Compiles an expression for columns of given types. */
export function makeKernel(e: Expr, inputs: readonly Input[], types: readonly ColumnType[]): Kernel {
  const program = compile(e, inputs, types);
  return { type: program.types[program.output], run: makeLoop(program) };
}
