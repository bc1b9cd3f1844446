import { camelCase, describe, isPlainObject, readOptions, unknownOption } from "../array/options";

/** Short names that pyplot has for options of artists. */
const aliases: Record<string, string> = {
  c: "color",
  lw: "linewidth",
  ls: "linestyle",
  ds: "drawstyle",
  ms: "markersize",
  mec: "markeredgecolor",
  mew: "markeredgewidth",
  mfc: "markerfacecolor",
  ec: "edgecolor",
  fc: "facecolor",
  linewidths: "linewidth",
  linestyles: "linestyle",
  edgecolors: "edgecolor",
  facecolors: "facecolor",
  colors: "color",
  ha: "horizontalalignment",
  va: "verticalalignment",
  size: "fontsize",
  weight: "fontweight",
  style: "fontstyle",
  family: "fontfamily",
};

/**
 * Reads the options of a drawing function: as {@link readOptions}, and with pyplot's short names (`lw`, `c`, `ms`)
 * for those that the function has under the long one.
 */
export function drawingOptions<T extends object>(functionName: string, options: unknown, defaults: T): T {
  if (options === null || typeof options !== "object" || Array.isArray(options)) {
    return readOptions(functionName, options, defaults);
  }
  const named: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(options)) {
    const long = aliases[key];
    const plural = Object.hasOwn(defaults, `${key}s`) ? `${key}s` : undefined;
    const name =
      Object.hasOwn(defaults, key) || (long === undefined && plural === undefined)
        ? key
        : long !== undefined && Object.hasOwn(defaults, long)
          ? long
          : (plural ?? key);
    if (!Object.hasOwn(defaults, name) && !Object.hasOwn(defaults, camelCase(name))) {
      throw unknownOption(functionName, key, Object.keys(defaults));
    }
    if (Object.hasOwn(named, name)) {
      throw new TypeError(`${functionName}: option "${name}" is given twice, once as "${key}"`);
    }
    named[name] = value;
  }
  return readOptions(functionName, named, defaults);
}

/**
 * Reads arguments that may be given in their place, in front of the options that can name them, too.
 *
 * @param functionName - The function whose arguments they are, for messages.
 * @param names - What the places are called.
 * @param args - What came after the arguments that must be there.
 * @returns All of them by name.
 */
export function optionsAfter(
  functionName: string,
  names: readonly string[],
  args: readonly unknown[],
): Record<string, unknown> {
  const last = args[args.length - 1];
  const options = isPlainObject(last) ? last : {};
  const placed = isPlainObject(last) ? args.slice(0, -1) : args;
  if (placed.length > names.length) {
    throw new TypeError(
      `${functionName}: expected options after ${names.join(", ")}, got ${describe(placed[names.length])}`,
    );
  }
  const named: Record<string, unknown> = {};
  placed.forEach((value, i) => {
    if (value === undefined || value === null) return;
    if (Object.hasOwn(options, names[i]))
      throw new TypeError(`${functionName}: option "${names[i]}" is given twice`);
    named[names[i]] = value;
  });
  return { ...named, ...options };
}

/** What a checked option must be. */
type Check = (functionName: string, option: string, value: unknown) => void;

const expected = (functionName: string, option: string, what: string, value: unknown) =>
  new TypeError(`${functionName}: expected ${option} to be ${what}, got ${describe(value)}`);

/** Checks that an option, where given, is a finite number within bounds. */
export const checkNumber =
  (low = -Infinity, high = Infinity): Check =>
  (functionName, option, value) => {
    if (value === undefined) return;
    if (typeof value === "number" && Number.isFinite(value) && value >= low && value <= high) return;
    const bounds =
      high < Infinity ? ` from ${low} to ${high}` : low === 0 ? ", not negative" : low > 0 ? " above 0" : "";
    throw expected(functionName, option, `a number${bounds}`, value);
  };

/** Checks that an option, where given, is one of some words, and offers the nearest. */
export function checkChoice(
  functionName: string,
  option: string,
  value: unknown,
  choices: readonly string[],
): void {
  if (value === undefined || choices.includes(value as string)) return;
  throw expected(functionName, option, `one of ${choices.map((choice) => `"${choice}"`).join(", ")}`, value);
}

/** Checks that an option, where given, is a string; numbers are written out. */
export function readText(functionName: string, option: string, value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  throw expected(functionName, option, "a string", value);
}

/** Checks options by a table of checks; those not in the table pass. */
export function checkOptions(functionName: string, options: object, checks: Record<string, Check>): void {
  for (const [name, value] of Object.entries(options)) checks[name]?.(functionName, name, value);
}
