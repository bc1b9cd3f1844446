import { Body, type Fold, type Input, type Output } from "./body";
import { unsigned, vector } from "./encode";
import type { Lanes } from "./lanes";
import { plain } from "./opcodes";

const section = (id: number, content: readonly number[]): number[] => [
  id,
  ...unsigned(content.length),
  ...content,
];
const named = (name: string): number[] => [
  ...unsigned(name.length),
  ...[...name].map((c) => c.charCodeAt(0)),
];

/**
 * Writes a WebAssembly module with one function `run(start, limit)` over an imported memory: a loop from one place
 * of its columns, in bytes of floats, to another, that computes sixteen elements a turn.
 *
 * @param lanes - What is computed.
 * @param inputs - Its inputs, with their places.
 * @param output - What is stored, with its place; undefined where only something is added up.
 * @param fold - What is added up, or its largest element found, over all elements.
 */
export function writeModule(
  lanes: Lanes,
  inputs: readonly Input[],
  output: Output | undefined,
  fold?: Fold,
): Uint8Array {
  const body = new Body(lanes, inputs, output, fold).write();
  const code = [...body.locals, ...body.code];
  return new Uint8Array([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, vector([[0x60, 2, plain.i32, plain.i32, 0]])),
    ...section(2, vector([[...named("m"), ...named("m"), 0x02, 0x00, 0x01]])),
    ...section(3, vector([[0]])),
    ...section(7, vector([[...named("run"), 0x00, 0x00]])),
    ...section(10, vector([[...unsigned(code.length), ...code]])),
  ]);
}
