import { unsigned, vector } from "./encode";

const section = (id: number, content: readonly number[]): number[] => [
  id,
  ...unsigned(content.length),
  ...content,
];

const named = (name: string): number[] => [
  ...unsigned(name.length),
  ...[...name].map((c) => c.charCodeAt(0)),
];

/** One function of a module. */
export interface ModuleFunction {
  /** The name under which it is exported; a function without one is called from within only. */
  readonly name?: string;
  /** The types of its parameters and results, as opcodes. */
  readonly params: readonly number[];
  readonly results: readonly number[];
  /** Its further locals, as WebAssembly writes them, and its code with the `end`. */
  readonly locals: readonly number[];
  readonly code: readonly number[];
}

/** Writes a WebAssembly module of functions over one imported memory, `m.m`. */
export function encodeModule(functions: readonly ModuleFunction[]): Uint8Array {
  const types = functions.map(({ params, results }) => [
    0x60,
    ...unsigned(params.length),
    ...params,
    ...unsigned(results.length),
    ...results,
  ]);
  const exported = functions.flatMap(({ name }, i) =>
    name === undefined ? [] : [[...named(name), 0x00, ...unsigned(i)]],
  );
  const bodies = functions.map(({ locals, code }) => [
    ...unsigned(locals.length + code.length),
    ...locals,
    ...code,
  ]);
  return new Uint8Array([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, vector(types)),
    ...section(2, vector([[...named("m"), ...named("m"), 0x02, 0x00, 0x01]])),
    ...section(3, vector(functions.map((_, i) => unsigned(i)))),
    ...section(7, vector(exported)),
    ...section(10, vector(bodies)),
  ]);
}
