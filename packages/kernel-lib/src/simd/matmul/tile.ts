import {
  countUp,
  i32,
  increase,
  integers,
  least,
  load,
  repeatWhile,
  sequence,
  set,
  store,
  value,
  when,
  zeros,
  type Call,
  type Code,
  type FunctionWriter,
  type Local,
  type ModuleWriter,
} from "../assembler";
import type { Element } from "./element";

/** The rows of a tile of operands where they lie, and the vectors of each: as many sums as registers hold beside them. */
export const tileRows = 4;
const tileVectors = 2;
/** The rows of a tall tile of packed operands, where an element has them: one more than a vector holds. */
export const tallRows = ({ lanes }: Element): number | undefined => (lanes === 4 ? lanes + 1 : undefined);
const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

/** The columns of a tile. */
export const tileColumns = ({ lanes }: Element): number => tileVectors * lanes;

/** The sums of a tile, in locals. */
export class Sums {
  readonly #sums: readonly (readonly Local[])[];
  readonly #b: readonly Local[];
  readonly #a: Local;
  readonly #vector: Local;
  readonly #last: Local;

  constructor(
    readonly element: Element,
    f: FunctionWriter,
    readonly rows: number = tileRows,
  ) {
    this.#sums = range(rows).map(() => f.vectors(tileVectors));
    this.#b = f.vectors(tileVectors);
    [this.#a, this.#vector, this.#last] = f.vectors(3);
  }

  /** Adds the product of one element of each row of A, loaded by the code given, and a row of B. */
  addProduct(elementOf: (row: number) => Code, b: Local): Code {
    return sequence(
      ...this.#b.map((local, v) => set(local, load.v128(b, 16 * v))),
      ...this.#sums.map((sums, row) =>
        sequence(
          set(this.#a, elementOf(row)),
          ...sums.map((sum, v) => set(sum, this.element.multiplyAdd(this.#a, this.#b[v], sum))),
        ),
      ),
    );
  }

  /**
   * Adds the same of elements of A that lie side by side. V8 has 15 registers, and loads all that a turn needs before it
   * multiplies: four rows are loaded one by one. Of five, four come as a vector, and the ten sums, two vectors of B, that
   * one, the fifth and one element of the four fill the registers; while one product is waited for, ten sums leave no time
   * unused, eight do.
   */
  addNeighbours(a: Local, b: Local): Code {
    const { element } = this;
    const { bytes, lanes } = element;
    const alone = (row: number): Code => element.splat(a, row * bytes);
    if (this.rows === tileRows) return this.addProduct(alone, b);
    return sequence(
      set(this.#vector, load.v128(a)),
      set(this.#last, alone(lanes)),
      this.addProduct((row) => (row < lanes ? element.splatLane(this.#vector, row) : value(this.#last)), b),
    );
  }

  /** Stores the tile, or adds it to what is there. */
  keep(c: Local, rowStride: Local, add: Local): Code {
    const row = (sums: readonly Local[]): Code =>
      sequence(
        when(
          i32.ne(add, 0),
          sequence(
            ...sums.map((sum, v) => store.v128(c, this.element.add(load.v128(c, 16 * v), sum), 16 * v)),
          ),
          sequence(...sums.map((sum, v) => store.v128(c, sum, 16 * v))),
        ),
        increase(c, rowStride),
      );
    return sequence(...this.#sums.map(row));
  }

  get clear(): Code {
    return sequence(...this.#sums.flat().map((sum) => set(sum, zeros)));
  }
}

/** Adds the kernel of a tile of so many rows of packed operands, `tile(a, b, c, cRow, k, add)`. */
export function definePackedTile(module: ModuleWriter, element: Element, rows: number): Call {
  const { bytes } = element;
  return module.define("", integers(6), (f, a, b, c, cRow, k, add) => {
    const sums = new Sums(element, f, rows);
    const end = f.local();
    return sequence(
      set(end, i32.add(a, i32.mul(k, rows * bytes))),
      repeatWhile(
        sequence(sums.addNeighbours(a, b), increase(b, 16 * tileVectors), increase(a, rows * bytes)),
        i32.ltU(a, end),
      ),
      sums.keep(c, cRow, add),
    );
  });
}

/** Where the rows of a tile of A begin, and the code that finds out: of fewer than four, the last one stands for those missing. */
export function openRows(
  f: FunctionWriter,
  a: Local,
  aRow: Local,
  count: Local,
): { readonly starts: readonly Local[]; readonly first: Code } {
  const last = f.local();
  const starts = range(tileRows).map((row) => (row === 0 ? a : f.local()));
  const first = sequence(
    set(last, i32.sub(count, 1)),
    ...range(tileRows)
      .slice(1)
      .map((row) => set(starts[row], i32.add(a, i32.mul(aRow, least(row, last))))),
  );
  return { starts, first };
}

/**
 * Adds the kernel of a tile of operands where they lie, `openTile(a, aRow, aColumn, rows, b, bRow, c, cRow, k, add)`,
 * with strides in bytes.
 */
export function defineOpenTile(module: ModuleWriter, element: Element): Call {
  return module.define("", integers(10), (f, a, aRow, aColumn, count, b, bRow, c, cRow, k, add) => {
    const sums = new Sums(element, f);
    const { starts, first } = openRows(f, a, aRow, count);
    return sequence(
      first,
      repeatWhile(
        sequence(
          sums.addProduct((row) => element.splat(starts[row]), b),
          increase(b, bRow),
          ...starts.map((start) => increase(start, aColumn)),
          set(k, i32.sub(k, 1)),
        ),
        i32.ne(k, 0),
      ),
      sums.keep(c, cRow, add),
    );
  });
}

/** Adds the function that takes the part of a tile that lies within the product out of it: `keepEdge(tile, c, cRow, rows, columns, add)`. */
export function defineKeepEdge(module: ModuleWriter, element: Element): Call {
  const { bytes, load, store, addOne } = element;
  return module.define("", integers(6), (f, tile, c, cRow, count, columns, add) => {
    const [row, at, width] = [f.local(), f.local(), f.local()];
    const to = i32.add(c, at);
    const from = load(i32.add(tile, at));
    const one = when(i32.ne(add, 0), store(to, addOne(load(to), from)), store(to, from));
    return sequence(
      set(width, i32.mul(columns, bytes)),
      set(row, 0),
      countUp(
        row,
        count,
        1,
        sequence(
          set(at, 0),
          countUp(at, width, bytes, one),
          increase(c, cRow),
          increase(tile, tileColumns(element) * bytes),
        ),
      ),
    );
  });
}
