import { theArena, type Arena } from "../arena";
import { ModuleWriter } from "../assembler";
import { hasFusedMultiplyAdd } from "../webAssembly";
import { float32Element, float64Element, type Element } from "./element";
import { blocksOf, defineOpen, definePacked, placeSizes } from "./product";
import { defineCombine, defineDots } from "./vector";

/** The functions of a module of matrix kernels. */
interface Exports {
  packed(
    ...args: [
      ...operands: [a: number, aRow: number, aColumn: number, b: number, bRow: number, bColumn: number],
      ...result: [c: number, cRow: number],
      ...sizes: [m: number, n: number, k: number],
      ...blocks: [rows: number, depth: number, tall: number],
      add: number,
    ]
  ): void;
  open(
    ...args: [
      ...operands: [a: number, aRow: number, aColumn: number, b: number, bRow: number],
      ...result: [c: number, cRow: number],
      ...sizes: [m: number, n: number, k: number],
      add: number,
    ]
  ): void;
  dots(a: number, aRow: number, x: number, y: number, m: number, k: number, add: number): void;
  combine(
    ...args: [x: number, xStep: number, b: number, bRow: number, y: number, n: number, k: number, add: number]
  ): void;
}

/** Below this number of multiplications, packing costs more than it saves. */
const worthPacking = 24 ** 3;

/** So few rows are multiplied with B one by one. */
const worthRowByRow = 3;

/** An operand that lies in the arena: its offset and strides in bytes. */
export interface MatrixPlace {
  readonly offset: number;
  readonly row: number;
  readonly column: number;
}

/** Matrix products of one element type over matrices in the arena. */
export class MatrixKernels {
  readonly bytes: 4 | 8;
  readonly #run: Exports;

  constructor(
    readonly arena: Arena,
    readonly element: Element,
  ) {
    this.bytes = element.bytes;
    const sizes = placeSizes(element);
    const places = {
      packedA: arena.allocate(sizes.packedA),
      packedB: arena.allocate(sizes.packedB),
      tile: arena.allocate(sizes.tile),
    };
    const module = new ModuleWriter();
    definePacked(module, element, places);
    defineOpen(module, element, places);
    defineDots(module, element);
    defineCombine(module, element);
    this.#run = arena.instantiate<Exports>(module.encode());
  }

  /**
   * Computes C = A · B, or C += A · B, for A of m × k and B of k × n elements. Strides, of which the rows of C have one,
   * are in bytes; the columns of C lie side by side.
   */
  multiply(
    ...[a, b, c, cRow, m, k, n, add]: [
      ...matrices: [a: MatrixPlace, b: MatrixPlace, c: number, cRow: number],
      ...sizes: [m: number, k: number, n: number],
      add: boolean,
    ]
  ): void {
    const { bytes } = this;
    if (m === 0 || n === 0) return;
    const adds = add ? 1 : 0;
    if (k === 0) {
      if (!add) for (let i = 0; i < m; i++) this.arena.bytes.fill(0, c + i * cRow, c + i * cRow + n * bytes);
      return;
    }
    const run = this.#run;
    if (n === 1 && b.row === bytes && cRow === bytes) {
      if (a.column === bytes) return run.dots(a.offset, a.row, b.offset, c, m, k, adds);
      if (a.row === bytes) return run.combine(b.offset, b.row, a.offset, a.column, c, m, k, adds);
    }
    if (m <= worthRowByRow && b.column === bytes) {
      for (let i = 0; i < m; i++) {
        run.combine(a.offset + i * a.row, a.column, b.offset, b.row, c + i * cRow, n, k, adds);
      }
      return;
    }
    if (m <= worthRowByRow && b.row === bytes && a.column === bytes) {
      for (let i = 0; i < m; i++)
        run.dots(b.offset, b.column, a.offset + i * a.row, c + i * cRow, n, k, adds);
      return;
    }
    if (b.column === bytes && m * n * k <= worthPacking) {
      run.open(a.offset, a.row, a.column, b.offset, b.row, c, cRow, m, n, k, adds);
      return;
    }
    const { rows, depth, tall } = blocksOf(this.element, m, k);
    const { offset, row, column } = b;
    run.packed(a.offset, a.row, a.column, offset, row, column, c, cRow, m, n, k, rows, depth, tall, adds);
  }
}

/** What kernels of a type are made of here. */
export function elementOf(arena: Arena, type: "float32" | "float64"): Element {
  const fused = hasFusedMultiplyAdd(arena.api);
  return type === "float32" ? float32Element(fused) : float64Element(fused);
}

const kernels = new Map<string, MatrixKernels>();

/** The matrix kernels of an element type; null where there is no WebAssembly. */
export function matrixKernels(type: "float32" | "float64"): MatrixKernels | null {
  const arena = theArena();
  if (!arena) return null;
  let known = kernels.get(type);
  if (!known) {
    known = new MatrixKernels(arena, elementOf(arena, type));
    kernels.set(type, known);
  }
  return known;
}
