import { theArena } from "../arena";
import {
  countUp,
  i32,
  increase,
  integers,
  least,
  load,
  ModuleWriter,
  repeatWhile,
  sequence,
  set,
  when,
  type Call,
  type Code,
  type Local,
  type Operand,
} from "../assembler";
import type { Element } from "../matmul/element";
import { elementOf } from "../matmul/kernels";
import { placeSizes, tallFirst, tileOrEdge } from "../matmul/product";
import { defineKeepEdge, openRows, Sums, tallRows, tileColumns, tileRows } from "../matmul/tile";

/**
 * Convolves lines of an input where they lie: for so many lines of the result, `lineStep` bytes apart in the input, so many
 * columns, `columnStep` bytes apart, of which the first ones are in tall tiles, so many elements under the kernel, whose
 * offsets in bytes are a list in memory, times rows of the kernel's matrix.
 */
type DirectLines = (
  ...args: [
    ...lines: [source: number, count: number, lineStep: number],
    ...columns: [count: number, columnStep: number, tall: number],
    ...elements: [offsets: number, count: number],
    ...kernel: [offset: number, row: number],
    ...result: [offset: number, row: number, channels: number],
  ]
) => void;

/**
 * Adds the kernel of a tile, `tile(a, aRow, count, offsets, end, b, bRow, c, cRow, add)`: a few columns, a few channels. In
 * a tall one the columns lie side by side.
 */
function defineTile(module: ModuleWriter, element: Element, height: number): Call {
  return module.define("", integers(10), (f, ...params) => {
    const [a, aRow, count, offsets, end, b, bRow, c, cRow, add] = params;
    const sums = new Sums(element, f, height);
    const [offset, at] = [f.local(), f.local()];
    const isTall = height > tileRows;
    const { starts, first } = isTall ? { starts: [], first: [] } : openRows(f, a, aRow, count);
    const product = isTall
      ? sequence(set(at, i32.add(a, offset)), sums.addNeighbours(at, b))
      : sums.addProduct((row) => element.splat(i32.add(starts[row], offset)), b);
    return sequence(
      first,
      repeatWhile(
        sequence(set(offset, load.i32(offsets)), product, increase(b, bRow), increase(offsets, 4)),
        i32.ltU(offsets, end),
      ),
      sums.keep(c, cRow, add),
    );
  });
}

function defineLines(module: ModuleWriter, element: Element, tilePlace: number): void {
  const width = tileColumns(element);
  const heights = [tallRows(element), tileRows].filter((one) => one !== undefined);
  const tiles = heights.map((height) => defineTile(module, element, height));
  const keepEdge = defineKeepEdge(module, element);
  module.define("lines", integers(13), (f, source, lines, lineStep, columns, step, tall, ...rest) => {
    const [offsets, count, b, bRow, c, cRow, channels] = rest;
    const [column, channel, high, wide, at, none, end] = Array.from({ length: 7 }, () => f.local());
    const oneTile = (i: number, limit: Local): Code =>
      sequence(
        set(high, least(heights[i], i32.sub(limit, column))),
        set(at, i32.add(i32.add(c, i32.mul(column, cRow)), i32.mul(channel, element.bytes))),
        tileOrEdge(
          element,
          [heights[i], width],
          tilePlace,
          [at, cRow, none],
          [high, wide],
          (to, stride, adding) => {
            const a = i32.add(source, i32.mul(column, step));
            const weights: Operand = i32.add(b, i32.mul(channel, element.bytes));
            return tiles[i](a, step, high, offsets, end, weights, bRow, to, stride, adding);
          },
          keepEdge,
        ),
      );
    const limits = heights.length === 1 ? [columns] : [tall, columns];
    const overColumns = sequence(
      set(wide, least(width, i32.sub(channels, channel))),
      set(column, 0),
      ...heights.map((height, i) => countUp(column, limits[i], height, oneTile(i, limits[i]))),
    );
    const oneLine = sequence(
      set(channel, 0),
      countUp(channel, channels, width, overColumns),
      increase(source, lineStep),
      increase(c, i32.mul(cRow, columns)),
      set(lines, i32.sub(lines, 1)),
    );
    return sequence(
      set(none, 0),
      set(end, i32.add(offsets, i32.shl(count, 2))),
      when(i32.ne(lines, 0), repeatWhile(oneLine, i32.ne(lines, 0))),
    );
  });
}

/** How many columns are in tall tiles: none where they do not lie side by side. */
export const tallColumns = (element: Element, columns: number, columnStep: number): number =>
  columnStep === element.bytes ? tallFirst(element, columns) : 0;

const known = new Map<string, DirectLines>();

/** The function that convolves lines of elements of a type, made once; the arena is there. */
export function directLines(type: "float32" | "float64"): DirectLines {
  let lines = known.get(type);
  if (!lines) {
    const arena = theArena() as NonNullable<ReturnType<typeof theArena>>;
    const element = elementOf(arena, type);
    const module = new ModuleWriter();
    defineLines(module, element, arena.allocate(placeSizes(element).tile));
    ({ lines } = arena.instantiate<{ lines: DirectLines }>(module.encode()));
    known.set(type, lines);
  }
  return lines;
}
