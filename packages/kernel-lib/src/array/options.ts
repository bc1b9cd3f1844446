/** A name in Python's spelling: `negativeSlope` becomes `negative_slope`. */
export type SnakeCase<S extends string> = S extends `${infer Head}${infer Tail}`
  ? Head extends Lowercase<Head>
    ? `${Head}${SnakeCase<Tail>}`
    : `_${Lowercase<Head>}${SnakeCase<Tail>}`
  : S;

/** Options that may also be given in Python's spelling. */
export type Spelled<T> = T & { [K in keyof T as SnakeCase<K & string>]?: T[K] };

/** Arguments that are all given by name in one object, in either spelling; the function says which it cannot do without. */
export type ByName<T> = Spelled<Partial<T>>;

/** Writes a Python-style name as TypeScript does: `negative_slope` becomes `negativeSlope`. */
export function camelCase(name: string): string {
  return name.replace(/(?<=[A-Za-z0-9])_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/**
 * Reads an options object: fills in defaults, accepts each key in TypeScript's and in Python's spelling.
 *
 * @param functionName - The function whose options they are, for messages.
 * @param options - What the user gave; undefined or null stands for no options.
 * @param defaults - Every option there is with its default, undefined where it has none.
 * @throws TypeError if `options` is no plain object, has an unknown key, or gives one option in both spellings.
 */
export function readOptions<T extends object>(functionName: string, options: unknown, defaults: T): T {
  if (options === undefined || options === null) return defaults;
  if (!isPlainObject(options)) {
    throw new TypeError(`${functionName}: expected an options object, got ${describe(options)}`);
  }
  const result = { ...defaults } as Record<string, unknown>;
  const given = new Set<string>();
  for (const key of Object.keys(options)) {
    const name = Object.hasOwn(defaults, key) ? key : camelCase(key);
    if (!Object.hasOwn(defaults, name)) throw unknownOption(functionName, key, Object.keys(defaults));
    if (given.has(name)) throw new TypeError(`${functionName}: option "${name}" is given twice`);
    given.add(name);
    const value = options[key];
    if (value !== undefined) result[name] = value;
  }
  return result as T;
}

/** The error for an option that does not exist, with the nearest name that does. */
export function unknownOption(functionName: string, key: string, names: readonly string[]): TypeError {
  if (names.length === 0) return new TypeError(`${functionName}: expected no options, got "${key}"`);
  const near = nearestName(camelCase(key), names);
  const hint = near === undefined ? `expected one of ${names.join(", ")}` : `did you mean "${near}"?`;
  return new TypeError(`${functionName}: unknown option "${key}"; ${hint}`);
}

/** Finds the name closest to a mistyped one, undefined where none is close. */
export function nearestName(name: string, names: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = Math.max(1, Math.ceil(name.length / 3)) + 0.5;
  for (const candidate of names) {
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** The number of letters to insert, delete, replace or swap with their neighbour to turn one word into another. */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replace = previous[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      row[j] = Math.min(replace, previous[j] + 1, row[j - 1] + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        row[j] = Math.min(row[j], before[j - 2] + 1);
      }
    }
    before = previous;
    previous = row;
  }
  return previous[b.length];
}

/**
 * Reads what follows the required arguments: each may be given in its place, or by name in an object that comes last,
 * as Python's `linspace(0, 1, num=5)`.
 *
 * @param functionName - The function whose arguments they are, for messages.
 * @param args - The arguments, by name, in order.
 * @param options - What came after them.
 * @param defaults - Every option there is with its default, undefined where it has none.
 */
export function readNamed<T extends object>(
  functionName: string,
  args: Readonly<Record<string, unknown>>,
  options: unknown,
  defaults: T,
): T {
  const values = Object.values(args);
  const at = values.findIndex(isPlainObject);
  const last = at < 0 ? options : values[at];
  const placed = Object.entries(args).filter(([, value], i) => value !== undefined && (at < 0 || i < at));
  const read = readOptions(functionName, last, { ...defaults, ...Object.fromEntries(placed) });
  const twice = placed.find(([name]) => isPlainObject(last) && Object.hasOwn(last, name));
  if (twice) throw new TypeError(`${functionName}: option "${twice[0]}" is given twice`);
  return read;
}

/** Tells whether a value is an object written with braces, from whichever realm. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (value === null || typeof value !== "object") return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** Names a value in a message: strings quoted, objects by their class, all of it short. */
export function describe(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
  if (typeof value === "function") return value.name ? `the function ${value.name}` : "a function";
  if (typeof value === "bigint") return `${value}n`;
  if (value === null || typeof value !== "object") return String(value);
  const shape = (value as { shape?: unknown }).shape;
  if (Array.isArray(shape)) return `an array of shape (${shape.join(", ")}${shape.length === 1 ? "," : ""})`;
  if (Array.isArray(value)) return `a list of ${value.length}`;
  const name = (value.constructor as { name?: string } | undefined)?.name;
  if (name && name !== "Object") return `a ${name}`;
  const keys = Object.keys(value);
  return keys.length === 0 ? "{}" : `{ ${keys.slice(0, 3).join(", ")}${keys.length > 3 ? ", …" : ""} }`;
}
