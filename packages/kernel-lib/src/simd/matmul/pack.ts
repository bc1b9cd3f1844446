import {
  countUp,
  i32,
  increase,
  integers,
  load,
  repeatWhile,
  sequence,
  set,
  store,
  when,
  type Call,
  type ModuleWriter,
} from "../assembler";
import type { Element } from "./element";

/**
 * Adds the function that packs a few rows (of A) or columns (of B), one element after the other:
 * `packEdge(source, along, depth, target, k, count, width)`. What is missing of the width is zero.
 */
export function definePackEdge(module: ModuleWriter, { bytes, load, store, zero }: Element): Call {
  return module.define("", integers(7), (f, source, along, depth, target, k, count, width) => {
    const [p, i, from] = [f.local(), f.local(), f.local()];
    const one = when(i32.ltU(i, count), store(target, load(from)), store(target, zero));
    const across = sequence(one, increase(target, bytes), increase(from, along));
    const row = sequence(set(from, source), set(i, 0), countUp(i, width, 1, across), increase(source, depth));
    return sequence(set(p, 0), countUp(p, k, 1, row));
  });
}

/**
 * Adds the function that packs a block of a matrix in panels, `pack(source, along, depth, target, k, count)`: for each
 * panel of so many rows (or columns), for each of k steps in depth, the panel's elements side by side. The strides, in
 * bytes, are those across a panel and in depth. Where neighbours across the panel lie side by side they are copied;
 * where neighbours in depth do, they are transposed in square blocks.
 */
export function definePack(module: ModuleWriter, element: Element, width: number, packEdge: Call): Call {
  const { bytes, lanes } = element;
  const panel = width * bytes;
  const vectors = Array.from({ length: Math.floor(width / lanes) }, (_, i) => 16 * i);
  /** What whole vectors leave of the width, one by one. */
  const others = Array.from({ length: width % lanes }, (_, i) => (vectors.length * lanes + i) * bytes);
  return module.define("", integers(6), (f, source, along, depth, target, k, count) => {
    const [p, end, at] = [f.local(), f.local(), f.local()];
    const rows = Array.from({ length: lanes }, () => f.local());
    const [values, between] = [f.vectors(lanes), f.vectors(lanes)];

    const copy = sequence(
      set(p, source),
      set(end, i32.add(target, i32.mul(k, panel))),
      repeatWhile(
        sequence(
          ...vectors.map((offset) => store.v128(target, load.v128(p, offset), offset)),
          ...others.map((offset) => element.store(target, element.load(p, offset), offset)),
          increase(p, depth),
          increase(target, panel),
        ),
        i32.ltU(target, end),
      ),
    );

    const { first, vectors: columns } = element.transpose(values, between);
    const square = sequence(
      ...rows.map((row, i) => set(values[i], load.v128(row))),
      first,
      ...columns.map((column, i) => store.v128(at, column, i * panel)),
      ...rows.map((row) => increase(row, 16)),
    );
    const run = sequence(
      set(values[0], load.v128(p)),
      ...values.map((_, i) => element.store(at, element.extract(values[0], i), i * panel)),
      increase(p, 16),
    );
    const whole = i32.and(k, -lanes);
    const transpose = sequence(
      set(end, i32.add(target, i32.mul(whole, panel))),
      ...vectors.map((offset, v) =>
        sequence(
          ...rows.map((row, i) => set(row, i32.add(source, i32.mul(along, v * lanes + i)))),
          set(at, i32.add(target, offset)),
          countUp(at, i32.add(end, offset), lanes * panel, square),
        ),
      ),
      ...others.map((offset) =>
        sequence(
          set(p, i32.add(source, i32.mul(along, offset / bytes))),
          set(at, i32.add(target, offset)),
          countUp(at, i32.add(end, offset), lanes * panel, run),
        ),
      ),
      packEdge(i32.add(source, i32.mul(whole, bytes)), along, depth, end, i32.sub(k, whole), width, width),
      increase(target, i32.mul(k, panel)),
    );

    const oneByOne = sequence(
      packEdge(source, along, depth, target, k, width, width),
      increase(target, i32.mul(k, panel)),
    );

    const next = sequence(
      when(i32.eq(along, bytes), copy, when(i32.eq(depth, bytes), transpose, oneByOne)),
      increase(source, i32.mul(along, width)),
      set(count, i32.sub(count, width)),
    );
    return sequence(
      when(i32.geU(count, width), repeatWhile(next, i32.geU(count, width))),
      when(i32.ne(count, 0), packEdge(source, along, depth, target, k, count, width)),
    );
  });
}
