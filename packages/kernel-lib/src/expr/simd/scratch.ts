/** The part of WebAssembly that is used, absent where a page forbids it. */
interface WebAssemblyApi {
  Memory: new (limits: { initial: number }) => { readonly buffer: ArrayBuffer };
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { readonly exports: { run: Run } };
}

/** A kernel, from one place of its columns to another: four times the number of elements before it. */
export type Run = (start: number, limit: number) => void;

/** The number of elements that go through the scratch memory at a time: few enough for the processor's second cache. */
export const block = 32768;
const pageBytes = 65536;
/** Where the numbers that stand for a whole operand lie; the columns come after them. */
export const numbersEnd = 1024;
/** The number of columns for which there is room: a kernel's operands and its result. */
export const columns = 32;

/**
 * The scratch memory that all kernels share. It has its full size from the start, of which the system provides what is
 * used: if it grew, all views of it would be void.
 */
export class Scratch {
  readonly memory: InstanceType<WebAssemblyApi["Memory"]>;
  readonly floats: Float32Array;
  readonly bytes: Uint8Array;
  readonly doubles: Float64Array;

  constructor(readonly api: WebAssemblyApi) {
    this.memory = new api.Memory({ initial: Math.ceil((numbersEnd + columns * 4 * block) / pageBytes) });
    this.floats = new Float32Array(this.memory.buffer);
    this.bytes = new Uint8Array(this.memory.buffer);
    this.doubles = new Float64Array(this.memory.buffer);
  }
}

/** A module with one function that drops four lanes: it compiles where kernels do. */
const probe = new Uint8Array([
  ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
  ...[1, 4, 1, 0x60, 0, 0],
  ...[3, 2, 1, 0],
  ...[10, 23, 1, 21, 0, 0xfd, 0x0c, ...new Array<number>(16).fill(0), 0x1a, 0x0b],
]);

let scratch: Scratch | null | undefined;

/** Makes a kernel's function over the scratch memory. */
export function instantiate(scratch: Scratch, bytes: Uint8Array): Run {
  const module = new scratch.api.Module(bytes);
  return new scratch.api.Instance(module, { m: { m: scratch.memory } }).exports.run;
}

/** Tells whether this machine, and the page's security policy, let kernels be compiled. */
function compilesThere(api: WebAssemblyApi): boolean {
  try {
    new api.Module(probe);
    return true;
  } catch {
    return false;
  }
}

/** The scratch memory; null where WebAssembly, or four lanes at once, are not to be had. */
export function scratchMemory(): Scratch | null {
  if (scratch === undefined) {
    const api = (globalThis as { WebAssembly?: WebAssemblyApi }).WebAssembly;
    scratch = api && compilesThere(api) ? new Scratch(api) : null;
  }
  return scratch;
}
