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
  value,
  when,
  zeros,
  type Code,
  type Local,
  type ModuleWriter,
} from "../assembler";
import type { Element } from "./element";

/**
 * Adds the product of a matrix whose rows lie side by side with a vector, `dots(a, aRow, x, y, m, k, add)`: scalar
 * products of the vector with four rows at a time. `aRow` is in bytes; x and y are contiguous.
 */
export function defineDots(module: ModuleWriter, element: Element): void {
  module.define("dots", integers(7), (f, a, aRow, x, y, m, k, add) => {
    const at = f.local();
    const [whole, all] = [f.local(), f.local()];
    const dots = (count: number): Code => {
      const rows = Array.from({ length: count }, () => f.local());
      const sums = f.vectors(count);
      const [four] = f.vectors(1);
      const one = f.local(element.type);
      const totals = rows.map(() => f.local(element.type));
      const lanes = Array.from({ length: element.lanes }, (_, i) => i);
      const vectors = sequence(
        set(four, load.v128(i32.add(x, at))),
        ...rows.map((row, i) =>
          set(sums[i], element.multiplyAdd(load.v128(i32.add(row, at)), four, sums[i])),
        ),
      );
      const rest = sequence(
        set(one, element.load(i32.add(x, at))),
        ...rows.map((row, i) =>
          set(totals[i], element.addOne(totals[i], element.multiplyOne(element.load(i32.add(row, at)), one))),
        ),
      );
      const keep = (total: Local, i: number): Code => {
        const offset = i * element.bytes;
        return when(
          value(add),
          element.store(y, element.addOne(element.load(y, offset), total), offset),
          element.store(y, value(total), offset),
        );
      };
      return sequence(
        ...rows.map((row, i) => (i === 0 ? set(row, a) : set(row, i32.add(rows[i - 1], aRow)))),
        ...sums.map((sum) => set(sum, zeros)),
        set(at, 0),
        countUp(at, whole, 16, vectors),
        ...totals.map((total, i) =>
          set(
            total,
            lanes.map((lane) => element.extract(sums[i], lane)).reduce((p, q) => element.addOne(p, q)),
          ),
        ),
        countUp(at, all, element.bytes, rest),
        ...totals.map(keep),
        increase(y, count * element.bytes),
        set(a, i32.add(rows[count - 1], aRow)),
        set(m, i32.sub(m, count)),
      );
    };
    return sequence(
      set(all, i32.mul(k, element.bytes)),
      set(whole, i32.and(all, -16)),
      when(i32.geU(m, 4), repeatWhile(dots(4), i32.geU(m, 4))),
      when(value(m), repeatWhile(dots(1), value(m))),
    );
  });
}

/**
 * Adds a vector's product with a matrix whose rows lie side by side, `combine(x, xStep, b, bRow, y, n, k, add)`: rows of
 * B times elements of x, four at a time, added up in y. Strides are in bytes; y is contiguous.
 */
export function defineCombine(module: ModuleWriter, element: Element): void {
  module.define("combine", integers(8), (f, x, xStep, b, bRow, y, n, k, add) => {
    const [at, whole, all] = [f.local(), f.local(), f.local()];
    const clear = sequence(
      set(at, 0),
      countUp(at, all, element.bytes, element.store(i32.add(y, at), element.zero)),
    );
    const combine = (count: number): Code => {
      const rows = Array.from({ length: count }, () => f.local());
      const factors = f.vectors(count);
      const there = i32.add(y, at);
      const vectors = store.v128(
        there,
        rows.reduce<Code>(
          (sum, row, i) => element.multiplyAdd(factors[i], load.v128(i32.add(row, at)), sum),
          load.v128(there),
        ),
      );
      const rest = element.store(
        there,
        rows.reduce<Code>(
          (sum, row, i) =>
            element.addOne(
              element.multiplyOne(element.extract(factors[i], 0), element.load(i32.add(row, at))),
              sum,
            ),
          element.load(there),
        ),
      );
      return sequence(
        ...rows.map((row, i) =>
          sequence(
            set(row, i === 0 ? b : i32.add(rows[i - 1], bRow)),
            set(factors[i], element.splat(x)),
            increase(x, xStep),
          ),
        ),
        set(at, 0),
        countUp(at, whole, 16, vectors),
        countUp(at, all, element.bytes, rest),
        set(b, i32.add(rows[count - 1], bRow)),
        set(k, i32.sub(k, count)),
      );
    };
    return sequence(
      set(all, i32.mul(n, element.bytes)),
      set(whole, i32.and(all, -16)),
      when(i32.isZero(add), clear),
      when(i32.geU(k, 4), repeatWhile(combine(4), i32.geU(k, 4))),
      when(value(k), repeatWhile(combine(1), value(k))),
    );
  });
}
