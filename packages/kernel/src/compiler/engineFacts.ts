/** What the running JavaScript engine knows. */
export interface EngineFacts {
  /** The parts of the library beyond ES2023 that it has. */
  libraries: string[];
  /** The newest language whose syntax it runs as it is. */
  target: "ES2024" | "ES2025";
  /** The names of its globals. */
  globals: string[];
}

/** The global symbol of the facts, where they cannot be found out: while a snapshot is made, the engine has less. */
export const factsGiven = "tslinen.engine";

const has = (of: object, ...names: string[]): boolean => names.every((name) => name in of);
const global = (...names: string[]): boolean => has(globalThis, ...names);
const engineHas = (name: string, method: string): boolean => {
  const value = (globalThis as Record<string, unknown>)[name];
  return value !== undefined && has(value as object, method);
};

/** Parts of the library beyond ES2023, each with what tells that the engine has it. */
const parts: [library: string, isThere: () => boolean][] = [
  ["es2024.arraybuffer", () => has(ArrayBuffer.prototype, "transfer", "resize")],
  ["es2024.collection", () => engineHas("Map", "groupBy")],
  ["es2024.object", () => engineHas("Object", "groupBy")],
  ["es2024.promise", () => engineHas("Promise", "withResolvers")],
  ["es2024.regexp", () => has(RegExp.prototype, "unicodeSets")],
  ["es2024.sharedmemory", () => engineHas("Atomics", "waitAsync")],
  ["es2024.string", () => has(String.prototype, "isWellFormed")],
  ["es2025.collection", () => has(Set.prototype, "union")],
  ["es2025.float16", () => global("Float16Array")],
  ["es2025.intl", () => engineHas("Intl", "DurationFormat")],
  ["es2025.iterator", () => global("Iterator")],
  ["es2025.promise", () => engineHas("Promise", "try")],
  ["es2025.regexp", () => engineHas("RegExp", "escape")],
  ["esnext.array", () => engineHas("Array", "fromAsync")],
  ["esnext.collection", () => has(Map.prototype, "getOrInsert")],
  ["esnext.error", () => engineHas("Error", "isError")],
  ["esnext.sharedmemory", () => engineHas("Atomics", "pause")],
  ["esnext.temporal", () => global("Temporal")],
  ["esnext.date", () => has(Date.prototype, "toTemporalInstant")],
  ["esnext.typedarrays", () => engineHas("Uint8Array", "fromHex")],
  // The compiler writes `using` and decorators such that any engine runs them; what else they bring may not be there.
  ["esnext.disposable", () => true],
  ["esnext.decorators", () => true],
];

function takesRegExp(pattern: string): boolean {
  try {
    return new RegExp(pattern) instanceof RegExp;
  } catch {
    return false;
  }
}

/** Finds out what the engine that runs this knows. */
export function engineFacts(): EngineFacts {
  return {
    libraries: parts.filter(([, isThere]) => isThere()).map(([library]) => library),
    target: takesRegExp("(?i:a)(?<b>c)|(?<b>d)") ? "ES2025" : "ES2024",
    globals: Object.getOwnPropertyNames(globalThis),
  };
}
