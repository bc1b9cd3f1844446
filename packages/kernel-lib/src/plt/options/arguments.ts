import { camelCase, describe, isPlainObject } from "../../array/options";

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

/** Divides arguments into those in their places and the options, which come last where there are some. */
export function splitOptions(args: readonly unknown[]): { placed: readonly unknown[]; options: unknown } {
  const last = args[args.length - 1];
  return isPlainObject(last)
    ? { placed: args.slice(0, -1), options: last }
    : { placed: args, options: undefined };
}

/** Options by whether they are among some names. */
export function divided(options: unknown, names: object): [own: object, rest: object] {
  const entries = Object.entries((options ?? {}) as object);
  const part = (within: boolean) =>
    Object.fromEntries(entries.filter(([name]) => Object.hasOwn(names, camelCase(name)) === within));
  return [part(true), part(false)];
}
