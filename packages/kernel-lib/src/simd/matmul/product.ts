import {
  choose,
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
import { defineKeepEdge, defineOpenTile, definePackedTile, tallRows, tileColumns, tileRows } from "./tile";

/** The most rows of A and columns of B that are packed at a time, and the most steps in depth. */
const [blockRows, blockColumns] = [140, 1024];
const blockDepth = 320;

/** How many rows are in tall tiles, the first ones: as few of the others as fill up what tall ones leave, which are four. */
export function tallFirst(element: Element, rows: number): number {
  const height = tallRows(element);
  if (height === undefined) return 0;
  const others = (height - (rows % height)) % height;
  return Math.max(0, rows - tileRows * others);
}

/** How a product is divided: rows and steps of a block, and the rows that are in tall tiles, the first ones. */
export function blocksOf(
  element: Element,
  m: number,
  k: number,
): { readonly rows: number; readonly depth: number; readonly tall: number } {
  const even = (length: number, most: number, by: number): number =>
    Math.ceil(length / Math.ceil(length / most) / by) * by;
  return {
    rows: even(m, blockRows, tallRows(element) ?? tileRows),
    depth: even(k, blockDepth, 4),
    tall: tallFirst(element, m),
  };
}

/** Where the packed blocks and a tile lie. */
export interface Places {
  readonly packedA: number;
  readonly packedB: number;
  readonly tile: number;
}

/** How many bytes each of the places takes. */
export const placeSizes = ({ bytes, lanes }: Element): Readonly<Record<keyof Places, number>> => ({
  packedA: (blockRows + tileRows) * blockDepth * bytes,
  packedB: blockColumns * blockDepth * bytes,
  tile: (tileRows + 1) * 2 * lanes * bytes,
});

/** A tile of the product: computed in its place, or beside it where it reaches over the edge. */
export function tileOrEdge(
  { bytes }: Element,
  [height, width]: readonly [number, number],
  tile: number,
  [c, cRow, add]: readonly Local[],
  [rows, columns]: readonly Local[],
  compute: (c: Operand, cRow: Operand, add: Operand) => Code,
  keepEdge: Call,
): Code {
  return when(
    i32.and(i32.eq(rows, height), i32.eq(columns, width)),
    compute(c, cRow, add),
    sequence(compute(tile, width * bytes, 0), keepEdge(tile, c, cRow, rows, columns, add)),
  );
}

/**
 * Adds the function of products of packed blocks, `packed(a, aRow, aColumn, b, bRow, bColumn, c, cRow, m, n, k, rows,
 * depth, tall, add)`. Strides are in bytes; the rest is what {@link blocksOf} gives.
 */
export function definePacked(module: ModuleWriter, element: Element, places: Places): void {
  const { bytes } = element;
  const width = tileColumns(element);
  const packEdge = definePackEdge(module, element);
  const packB = definePack(module, element, width, packEdge);
  const keepEdge = defineKeepEdge(module, element);
  const kindOf = (height: number): TileKind => ({
    height,
    pack: definePack(module, element, height, packEdge),
    tile: definePackedTile(module, element, height),
  });
  const high = tallRows(element);
  const kinds = [...(high === undefined ? [] : [kindOf(high)]), kindOf(tileRows)];
  module.define("packed", integers(15), (f, a, aRow, aColumn, b, bRow, bColumn, c, cRow, ...others) => {
    const [m, n, k, blockRows, depth, tall, add] = others;
    const integer = (): Local => f.local();
    const [jc, pc, ic, jr, ir] = Array.from({ length: 5 }, integer);
    const [columns, steps, rows, tallHere] = Array.from({ length: 4 }, integer);
    const [tileWidth, tileHeight, at, adds] = Array.from({ length: 4 }, integer);
    const packed = (place: number, row: Operand): Code => i32.add(place, i32.mul(i32.mul(row, steps), bytes));

    /** Goes through rows from `ir` on, up to a limit. */
    const tiles = ({ height, tile }: TileKind, limit: Local): Code =>
      countUp(
        ir,
        limit,
        height,
        sequence(
          set(tileHeight, least(height, i32.sub(limit, ir))),
          set(at, i32.add(i32.add(c, i32.mul(i32.add(ic, ir), cRow)), i32.mul(i32.add(jc, jr), bytes))),
          tileOrEdge(
            element,
            [height, width],
            places.tile,
            [at, cRow, adds],
            [tileHeight, tileWidth],
            (to, stride, adding) =>
              tile(packed(places.packedA, ir), packed(places.packedB, jr), to, stride, steps, adding),
            keepEdge,
          ),
        ),
      );
    const packRows = ({ pack }: TileKind, first: Operand, count: Operand): Code =>
      pack(
        i32.add(a, i32.add(i32.mul(i32.add(ic, first), aRow), i32.mul(pc, aColumn))),
        aRow,
        aColumn,
        packed(places.packedA, first),
        steps,
        count,
      );
    const limits = kinds.length === 1 ? [rows] : [tallHere, rows];
    const panels = sequence(
      set(tileWidth, least(width, i32.sub(columns, jr))),
      set(ir, 0),
      ...kinds.map((kind, i) => tiles(kind, limits[i])),
    );
    const overRows = sequence(
      set(rows, least(blockRows, i32.sub(m, ic))),
      set(tallHere, choose(least(i32.sub(tall, ic), rows), 0, i32.gtU(tall, ic))),
      ...kinds.map((kind, i) =>
        i === kinds.length - 1
          ? packRows(kind, tallHere, i32.sub(rows, tallHere))
          : packRows(kind, 0, tallHere),
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
  });
}

/** Tiles of one height: how their rows are packed, and how they are computed. */
interface TileKind {
  readonly height: number;
  readonly pack: Call;
  readonly tile: Call;
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
        [tileRows, width],
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
