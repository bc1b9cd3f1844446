import { camelCase, describe, isPlainObject, unknownOption } from "../../array/options";
import { rcParams, type RcValues } from "../rcParams";

/** Understands the value of an option, or throws in the name of the function that was given it. */
export interface Reader<In, Out> {
  (functionName: string, option: string, value: unknown): Out;
  /** What it takes; never there, but for the compiler. */
  readonly takes?: (value: In) => void;
}

/** One option of a function: what it takes and gives, its default, and its other names. */
export interface Option<In, Out, Alias extends string = never> {
  readonly read: Reader<In, unknown>;
  readonly usual: () => unknown;
  readonly aliases: readonly Alias[];
  /** What reading gives; never there, but for the compiler. */
  readonly gives?: Out;
}

/** The options of a function, by their names. */
export type OptionTable = Readonly<Record<string, Option<never, unknown, string>>>;

/** The options object that a table describes. */
export type OptionsOf<T> = {
  [K in keyof T]?: T[K] extends Option<infer In, unknown, string> ? In : never;
} & {
  [K in keyof T as T[K] extends Option<never, unknown, infer Alias> ? Alias : never]?: T[K] extends Option<
    infer In,
    unknown,
    string
  >
    ? In
    : never;
};

/** What reading the options of a table gives. */
export type ReadOf<T> = {
  -readonly [K in keyof T]: T[K] extends Option<never, infer Out, string> ? Out : never;
};

/** What an option follows where it is not given: a value, or a setting of rcParams. */
interface Usual<In, Alias> {
  default?: In;
  rc?: keyof RcValues;
  aliases?: readonly Alias[];
}

/** Describes an option. Without a default, what is not given is undefined. */
export function option<In, Out, Alias extends string = never>(
  read: Reader<In, Out>,
  usual: Usual<NoInfer<In>, Alias> & ({ default: NoInfer<In> } | { rc: keyof RcValues }),
): Option<In, Out, Alias>;
export function option<In, Out, Alias extends string = never>(
  read: Reader<In, Out>,
  usual?: Usual<NoInfer<In>, Alias>,
): Option<In, Out | undefined, Alias>;
export function option<In, Out, Alias extends string = never>(
  read: Reader<In, Out>,
  { default: value, rc, aliases = [] }: Usual<In, Alias> = {},
): Option<In, Out | undefined, Alias> {
  return { read, usual: rc === undefined ? () => value : () => rcParams[rc], aliases };
}

/** The full name of an option that was given under any of its names; undefined where there is none. */
function fullName(table: OptionTable, key: string): string | undefined {
  for (const name of [key, camelCase(key)]) {
    if (Object.hasOwn(table, name)) return name;
    const found = Object.entries(table).find(([, { aliases }]) => aliases.includes(name));
    if (found) return found[0];
  }
  return undefined;
}

/**
 * Reads an options object by a table: each option under any of its names, in TypeScript's and in Python's spelling.
 *
 * @param functionName - The function whose options they are, for messages.
 * @param options - What the user gave; undefined or null stands for no options.
 * @param table - Every option there is.
 * @throws TypeError if `options` is no plain object, has an unknown key, gives an option twice, or a value does not fit.
 */
export function readTable<T extends OptionTable>(
  functionName: string,
  options: unknown,
  table: T,
): ReadOf<T> {
  const given: Record<string, unknown> = {};
  if (options !== undefined && options !== null && !isPlainObject(options)) {
    throw new TypeError(`${functionName}: expected an options object, got ${describe(options)}`);
  }
  for (const [key, value] of Object.entries(options ?? {})) {
    const name = fullName(table, key);
    if (name === undefined) throw unknownOption(functionName, key, Object.keys(table));
    if (Object.hasOwn(given, name)) {
      const how = key === name ? "" : `, once as "${key}"`;
      throw new TypeError(`${functionName}: option "${name}" is given twice${how}`);
    }
    given[name] = value;
  }
  const read = Object.entries(table).map(([name, { read: reader, usual }]) => {
    const value = given[name] === undefined ? usual() : given[name];
    return [name, value === undefined ? undefined : reader(functionName, name, value)];
  });
  return Object.fromEntries(read) as ReadOf<T>;
}

/** Reads options within options, such as the looks of a box behind a text; null stands for none. */
export const group =
  <T extends OptionTable, In extends object = OptionsOf<T>>(
    table: T,
  ): Reader<In | null, ReadOf<T> | undefined> =>
  (functionName, _, value) =>
    value === null ? undefined : readTable(functionName, value, table);
