import { scratchEnd } from "./scratch";
import { webAssembly, type WebAssemblyApi } from "./webAssembly";

const pageBytes = 65536;
/** Regions begin at multiples of a cache line. */
const alignment = 64;
/** What kernels may read, and never use, behind the end of a region: a row of the matrix kernel. */
const slack = 64;

/** A stretch of memory that is free. */
interface Gap {
  start: number;
  end: number;
}

/** Elements of 32 bits. */
export type Words = Float32Array | Int32Array | Uint32Array;

/**
 * The one memory of all kernels. It begins with the scratch memory of elementwise kernels; behind that it is divided
 * into regions, which their users free themselves. It grows when no gap is large enough, and never shrinks: views of it
 * are renewed then, so take `floats` and its kin anew after each {@link allocate}.
 */
export class Arena {
  readonly #memory: InstanceType<WebAssemblyApi["Memory"]>;
  /** The gaps in order; the last one is all that lies behind the regions, and ends where the memory does. */
  readonly #gaps: Gap[];
  readonly #sizes = new Map<number, number>();
  floats!: Float32Array;
  doubles!: Float64Array;
  ints!: Int32Array;
  words!: Uint32Array;
  bytes!: Uint8Array;

  constructor(readonly api: WebAssemblyApi) {
    const pages = Math.ceil(scratchEnd / pageBytes);
    this.#memory = new api.Memory({ initial: pages });
    this.#gaps = [{ start: aligned(scratchEnd), end: pages * pageBytes }];
    this.#renewViews();
  }

  #renewViews(): void {
    const { buffer } = this.#memory;
    this.floats = new Float32Array(buffer);
    this.doubles = new Float64Array(buffer);
    this.ints = new Int32Array(buffer);
    this.words = new Uint32Array(buffer);
    this.bytes = new Uint8Array(buffer);
  }

  /** The memory as elements of the kind that an array of 32-bit ones has. */
  wordsAs(data: Words): Words {
    if (data instanceof Float32Array) return this.floats;
    return data instanceof Int32Array ? this.ints : this.words;
  }

  /** The memory as elements of the kind that an array has. */
  viewOf(data: Words | Float64Array | Uint8Array): Words | Float64Array | Uint8Array {
    if (data instanceof Float64Array) return this.doubles;
    return data instanceof Uint8Array ? this.bytes : this.wordsAs(data);
  }

  /** The size of the memory in bytes. */
  get size(): number {
    return this.bytes.length;
  }

  /**
   * Sets a region aside.
   *
   * @param bytes - Its size.
   * @returns Its offset in bytes, a multiple of 64. What is there is left over from others.
   * @throws RangeError if the memory cannot grow that far.
   */
  allocate(bytes: number): number {
    const size = aligned(Math.max(bytes, 1));
    const gaps = this.#gaps;
    let i = 0;
    while (i < gaps.length - 1 && gaps[i].end - gaps[i].start < size) i++;
    const gap = gaps[i];
    if (gap.end - gap.start < size + slack && i === gaps.length - 1) this.#grow(gap, size + slack);
    const offset = gap.start;
    gap.start += size;
    if (gap.start === gap.end) gaps.splice(i, 1);
    this.#sizes.set(offset, size);
    return offset;
  }

  #grow(last: Gap, size: number): void {
    const pages = Math.ceil((last.start + size - last.end) / pageBytes);
    this.#memory.grow(pages);
    last.end += pages * pageBytes;
    this.#renewViews();
  }

  /** Frees a region. */
  free(offset: number): void {
    const size = this.#sizes.get(offset);
    if (size === undefined) throw new Error(`Arena: no region begins at ${offset}`);
    this.#sizes.delete(offset);
    const gaps = this.#gaps;
    const end = offset + size;
    const i = gaps.findIndex(({ start }) => start >= end);
    const touchesNext = gaps[i].start === end;
    const before = i > 0 && gaps[i - 1].end === offset ? gaps[i - 1] : undefined;
    if (before) {
      before.end = touchesNext ? gaps[i].end : end;
      if (touchesNext) gaps.splice(i, 1);
    } else if (touchesNext) gaps[i].start = offset;
    else gaps.splice(i, 0, { start: offset, end });
  }

  /** Makes the functions of a module over this memory. */
  instantiate<Exports extends object>(bytes: Uint8Array): Exports {
    const module = new this.api.Module(bytes);
    return new this.api.Instance(module, { m: { m: this.#memory } }).exports as Exports;
  }
}

const aligned = (bytes: number): number => Math.ceil(bytes / alignment) * alignment;

let arena: Arena | null | undefined;

/** The arena; null where WebAssembly, or four lanes at once, are not to be had. */
export function theArena(): Arena | null {
  if (arena === undefined) {
    const api = webAssembly();
    arena = api && new Arena(api);
  }
  return arena;
}
