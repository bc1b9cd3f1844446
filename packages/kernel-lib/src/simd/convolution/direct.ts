import { theArena } from "../arena";
import {
  countUp,
  i32,
  increase,
  integers,
  least,
  ModuleWriter,
  repeatWhile,
  sequence,
  set,
  type Call,
} from "../assembler";
import type { Element } from "../matmul/element";
import { elementOf } from "../matmul/kernels";
import { placeSizes, tileOrEdge } from "../matmul/product";
import { defineKeepEdge, openRows, Sums, tileColumns, tileRows } from "../matmul/tile";

/**
 * Convolves one line of an input where it lies: for so many columns of the result, `columnStep` bytes apart in the input,
 * so many lines under the kernel, in each of which so many neighbouring elements, times rows of the kernel's matrix.
 */
type DirectLine = (
  ...args: [
    ...columns: [source: number, count: number, step: number],
    ...lines: [count: number, step: number, elements: number],
    ...kernel: [offset: number, row: number],
    ...result: [offset: number, row: number, channels: number],
  ]
) => void;

/** Adds the kernel of a tile, `tile(a, aRow, count, lines, lineStep, k, b, bRow, c, cRow, add)`: a few columns, a few channels. */
function defineTile(module: ModuleWriter, element: Element): Call {
  return module.define("", integers(11), (f, ...params) => {
    const [a, aRow, count, lines, lineStep, k, b, bRow, c, cRow, add] = params;
    const sums = new Sums(element, f);
    const left = f.local();
    const { starts, first } = openRows(f, a, aRow, count);
    const alongLine = repeatWhile(
      sequence(
        sums.addProduct((row) => element.splat(starts[row]), b),
        increase(b, bRow),
        ...starts.map((start) => increase(start, element.bytes)),
        set(left, i32.sub(left, 1)),
      ),
      i32.ne(left, 0),
    );
    // From the end of a line to the start of the next one.
    return sequence(
      first,
      set(lineStep, i32.sub(lineStep, i32.mul(k, element.bytes))),
      repeatWhile(
        sequence(
          set(left, k),
          alongLine,
          ...starts.map((start) => increase(start, lineStep)),
          set(lines, i32.sub(lines, 1)),
        ),
        i32.ne(lines, 0),
      ),
      sums.keep(c, cRow, add),
    );
  });
}

function defineLine(module: ModuleWriter, element: Element, tilePlace: number): void {
  const width = tileColumns(element);
  const tile = defineTile(module, element);
  const keepEdge = defineKeepEdge(module, element);
  module.define("line", integers(11), (f, source, columns, step, lines, lineStep, k, ...rest) => {
    const [b, bRow, c, cRow, channels] = rest;
    const [column, channel, tall, wide, at, none] = Array.from({ length: 6 }, () => f.local());
    const oneTile = sequence(
      set(tall, least(tileRows, i32.sub(columns, column))),
      set(at, i32.add(i32.add(c, i32.mul(column, cRow)), i32.mul(channel, element.bytes))),
      tileOrEdge(
        element,
        [tileRows, width],
        tilePlace,
        [at, cRow, none],
        [tall, wide],
        (to, stride, adding) =>
          tile(
            i32.add(source, i32.mul(column, step)),
            step,
            tall,
            lines,
            lineStep,
            k,
            i32.add(b, i32.mul(channel, element.bytes)),
            bRow,
            to,
            stride,
            adding,
          ),
        keepEdge,
      ),
    );
    const overColumns = sequence(
      set(wide, least(width, i32.sub(channels, channel))),
      set(column, 0),
      countUp(column, columns, tileRows, oneTile),
    );
    return sequence(set(none, 0), set(channel, 0), countUp(channel, channels, width, overColumns));
  });
}

const known = new Map<string, DirectLine>();

/** The function that convolves a line of elements of a type, made once; the arena is there. */
export function directLine(type: "float32" | "float64"): DirectLine {
  let line = known.get(type);
  if (!line) {
    const arena = theArena() as NonNullable<ReturnType<typeof theArena>>;
    const element = elementOf(arena, type);
    const module = new ModuleWriter();
    defineLine(module, element, arena.allocate(placeSizes(element).tile));
    ({ line } = arena.instantiate<{ line: DirectLine }>(module.encode()));
    known.set(type, line);
  }
  return line;
}
