import {
  countUp,
  i32,
  integers,
  least,
  sequence,
  set,
  when,
  type Call,
  type Code,
  type Local,
  type ModuleWriter,
  type Operand,
} from "../assembler";
import type { Element } from "./element";
import { definePack, definePackEdge } from "./pack";
import { defineKeepEdge, defineOpenTile, definePackedTile, tileColumns, tileRows } from "./tile";

/** The most rows of A and columns of B that are packed at a time, and the most steps in depth. */
const [blockRows, blockColumns] = [128, 1024];
export const blockDepth = 320;

/** Where the packed blocks and a tile lie. */
export interface Places {
  readonly packedA: number;
  readonly packedB: number;
  readonly tile: number;
}

/** How many bytes each of the places takes. */
export const placeSizes = ({ bytes, lanes }: Element): Readonly<Record<keyof Places, number>> => ({
  packedA: blockRows * blockDepth * bytes,
  packedB: blockColumns * blockDepth * bytes,
  tile: tileRows * 2 * lanes * bytes,
});

/** A tile of the product: computed in its place, or beside it where it reaches over the edge. */
export function tileOrEdge(
  { bytes }: Element,
  width: number,
  tile: number,
  [c, cRow, add]: readonly Local[],
  [rows, columns]: readonly Local[],
  compute: (c: Operand, cRow: Operand, add: Operand) => Code,
  keepEdge: Call,
): Code {
  return when(
    i32.and(i32.eq(rows, tileRows), i32.eq(columns, width)),
    compute(c, cRow, add),
    sequence(compute(tile, width * bytes, 0), keepEdge(tile, c, cRow, rows, columns, add)),
  );
}

/**
 * Adds the function of products of packed blocks, `packed(a, aRow, aColumn, b, bRow, bColumn, c, cRow, m, n, k, depth,
 * add)`. Strides are in bytes; `depth` is how many of the k steps are taken at a time.
 */
export function definePacked(module: ModuleWriter, element: Element, places: Places): void {
  const { bytes } = element;
  const width = tileColumns(element);
  const packEdge = definePackEdge(module, element);
  const packA = definePack(module, element, tileRows, packEdge);
  const packB = definePack(module, element, width, packEdge);
  const tile = definePackedTile(module, element);
  const keepEdge = defineKeepEdge(module, element);
  module.define(
    "packed",
    integers(13),
    (f, a, aRow, aColumn, b, bRow, bColumn, c, cRow, m, n, k, depth, add) => {
      const integer = (): Local => f.local();
      const [jc, pc, ic, jr, ir] = Array.from({ length: 5 }, integer);
      const [columns, steps, rows] = Array.from({ length: 3 }, integer);
      const [tileWidth, tileHeight, at, adds] = Array.from({ length: 4 }, integer);

      const oneTile = sequence(
        set(tileHeight, least(tileRows, i32.sub(rows, ir))),
        set(at, i32.add(i32.add(c, i32.mul(i32.add(ic, ir), cRow)), i32.mul(i32.add(jc, jr), bytes))),
        tileOrEdge(
          element,
          width,
          places.tile,
          [at, cRow, adds],
          [tileHeight, tileWidth],
          (to, stride, adding) =>
            tile(
              i32.add(places.packedA, i32.mul(i32.mul(ir, steps), bytes)),
              i32.add(places.packedB, i32.mul(i32.mul(jr, steps), bytes)),
              to,
              stride,
              steps,
              adding,
            ),
          keepEdge,
        ),
      );
      const panels = sequence(
        set(tileWidth, least(width, i32.sub(columns, jr))),
        set(ir, 0),
        countUp(ir, rows, tileRows, oneTile),
      );
      const overRows = sequence(
        set(rows, least(blockRows, i32.sub(m, ic))),
        packA(
          i32.add(a, i32.add(i32.mul(ic, aRow), i32.mul(pc, aColumn))),
          aRow,
          aColumn,
          places.packedA,
          steps,
          rows,
        ),
        set(jr, 0),
        countUp(jr, columns, width, panels),
      );
      const overDepth = sequence(
        set(steps, least(depth, i32.sub(k, pc))),
        set(adds, i32.or(add, i32.ne(pc, 0))),
        packB(
          i32.add(b, i32.add(i32.mul(pc, bRow), i32.mul(jc, bColumn))),
          bColumn,
          bRow,
          places.packedB,
          steps,
          columns,
        ),
        set(ic, 0),
        countUp(ic, m, blockRows, overRows),
      );
      const overColumns = sequence(
        set(columns, least(blockColumns, i32.sub(n, jc))),
        set(pc, 0),
        countUp(pc, k, depth, overDepth),
      );
      return sequence(set(jc, 0), countUp(jc, n, blockColumns, overColumns));
    },
  );
}

/**
 * Adds the function of products of operands where they lie, `open(a, aRow, aColumn, b, bRow, c, cRow, m, n, k, add)`:
 * for small ones. The columns of B lie side by side.
 */
export function defineOpen(module: ModuleWriter, element: Element, places: Places): void {
  const { bytes } = element;
  const width = tileColumns(element);
  const openTile = defineOpenTile(module, element);
  const keepEdge = defineKeepEdge(module, element);
  module.define("open", integers(11), (f, a, aRow, aColumn, b, bRow, c, cRow, m, n, k, add) => {
    const [row, column, rows, columns, at] = Array.from({ length: 5 }, () => f.local());
    const oneTile = sequence(
      set(columns, least(width, i32.sub(n, column))),
      set(at, i32.add(i32.add(c, i32.mul(row, cRow)), i32.mul(column, bytes))),
      tileOrEdge(
        element,
        width,
        places.tile,
        [at, cRow, add],
        [rows, columns],
        (to, stride, adding) =>
          openTile(
            i32.add(a, i32.mul(row, aRow)),
            aRow,
            aColumn,
            rows,
            i32.add(b, i32.mul(column, bytes)),
            bRow,
            to,
            stride,
            k,
            adding,
          ),
        keepEdge,
      ),
    );
    const overRows = sequence(
      set(rows, least(tileRows, i32.sub(m, row))),
      set(column, 0),
      countUp(column, n, width, oneTile),
    );
    return sequence(set(row, 0), countUp(row, m, tileRows, overRows));
  });
}
