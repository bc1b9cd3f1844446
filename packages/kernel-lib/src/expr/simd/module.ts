import type { Arena } from "../../simd/arena";
import { encodeModule } from "../../simd/module";
import { plain } from "../../simd/opcodes";
import { Body, type Fold, type Input, type Output } from "./body";
import type { Lanes } from "./lanes";

/** A kernel, from one place of its columns to another: four times the number of elements before it. */
export type Kernel = (start: number, limit: number) => void;

/**
 * Makes a kernel: a loop from one place of its columns, in bytes of floats, to another, that computes sixteen elements
 * a turn.
 *
 * @param arena - The memory that holds the columns.
 * @param lanes - What is computed.
 * @param inputs - Its inputs, with their places.
 * @param output - What is stored, with its place; undefined where only something is added up.
 * @param fold - What is added up, or its largest element found, over all elements.
 */
export function instantiateKernel(
  arena: Arena,
  lanes: Lanes,
  inputs: readonly Input[],
  output: Output | undefined,
  fold?: Fold,
): Kernel {
  const body = new Body(lanes, inputs, output, fold).write();
  const module = encodeModule([{ name: "run", params: [plain.i32, plain.i32], results: [], ...body }]);
  return arena.instantiate<{ run: Kernel }>(module).run;
}
