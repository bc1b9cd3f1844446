/** The part of WebAssembly that is used. */
export interface WebAssemblyApi {
  Memory: new (limits: { initial: number; maximum?: number }) => {
    readonly buffer: ArrayBuffer;
    grow(pages: number): number;
  };
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { readonly exports: object };
}

interface NodeProcess {
  readonly versions?: { readonly node?: string };
  getBuiltinModule?(name: string): unknown;
}

/** A module with one function, which drops four lanes. */
const moduleOf = (...code: readonly number[]): Uint8Array =>
  new Uint8Array([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...[1, 4, 1, 0x60, 0, 0],
    ...[3, 2, 1, 0],
    ...[10, code.length + 5, 1, code.length + 3, 0, ...code, 0x1a, 0x0b],
  ]);

const lanes = [0xfd, 0x0c, ...new Array<number>(16).fill(0)];
/** Compiles where four lanes do. */
const simdProbe = moduleOf(...lanes);
/** Compiles where a fused multiply-add does: three times four lanes, and `f32x4.relaxed_madd`. */
const fusedProbe = moduleOf(...lanes, ...lanes, ...lanes, 0xfd, 0x85, 0x02);

/** Tells whether this machine, and the page's security policy, let a module be compiled. */
function compiles(api: WebAssemblyApi, bytes: Uint8Array): boolean {
  try {
    new api.Module(bytes);
    return true;
  } catch {
    return false;
  }
}

/** WebAssembly with SIMD; null where it is not to be had. */
export function webAssembly(): WebAssemblyApi | null {
  const api = (globalThis as { WebAssembly?: WebAssemblyApi }).WebAssembly;
  return api && compiles(api, simdProbe) ? api : null;
}

/**
 * Node 20 has relaxed SIMD behind a flag, which may be set while it runs; later versions have it anyway.
 *
 * @returns Whether there was a flag to set.
 */
function allowRelaxedSimd(): boolean {
  const { process } = globalThis as { process?: NodeProcess };
  if (!process?.versions?.node?.startsWith("20.") || !process.getBuiltinModule) return false;
  const v8 = process.getBuiltinModule("node:v8") as { setFlagsFromString(flag: string): void };
  v8.setFlagsFromString("--experimental-wasm-relaxed-simd");
  return true;
}

let fused: boolean | undefined;

/** Tells whether `a · b + c` compiles as one instruction: with one rounding, where the processor has it. */
export function hasFusedMultiplyAdd(api: WebAssemblyApi): boolean {
  fused ??= compiles(api, fusedProbe) || (allowRelaxedSimd() && compiles(api, fusedProbe));
  return fused;
}
