import { camelCase, isPlainObject, unknownOption } from "./options";
import { parametersOf, type Parameter } from "./parametersOf";

type Called = (...args: never[]) => unknown;

/** Where each name stands among parameters, from a place on; -1 for one that is not there. */
const placesOf = (keys: readonly string[], parameters: readonly Parameter[]): number[] => {
  const names = parameters.map(({ name }) => name && camelCase(name));
  return keys.map((key) => names.indexOf(camelCase(key)));
};

/** Arguments in the order of their places; what is not given is undefined. */
const inOrder = (values: readonly unknown[], places: readonly number[]): unknown[] =>
  Array.from({ length: Math.max(...places) + 1 }, (_, place): unknown => values[places.indexOf(place)]);

const tooMany = (functionName: string, parameters: readonly Parameter[], key: string): TypeError => {
  const names = parameters.map(({ text }) => text).join(", ");
  return new TypeError(`${functionName}: expected the arguments ${names}, got one named "${key}"`);
};

/**
 * Puts arguments that are given by name behind those in their places. A function whose parameters cannot be read gets
 * them as an object.
 *
 * @param functionName - On whose behalf, for messages.
 * @param f - The function that is called.
 * @param placed - The arguments in their places.
 * @param named - The others by name.
 * @throws TypeError for a name that it has no parameter of.
 */
export function argumentsByName(
  functionName: string,
  f: Called,
  placed: readonly unknown[],
  named: Readonly<Record<string, unknown>>,
): readonly unknown[] {
  const keys = Object.keys(named);
  if (keys.length === 0) return placed;
  const parameters = parametersOf(f);
  const rest = parameters?.slice(placed.length);
  if (rest === undefined || rest.some(({ name, isRest }) => isRest || name === undefined)) {
    return [...placed, named];
  }
  const places = placesOf(keys, rest);
  const missing = places.indexOf(-1);
  if (missing >= 0) throw tooMany(functionName, parameters ?? [], keys[missing]);
  return [...placed, ...inOrder(Object.values(named), places)];
}

/**
 * Puts arguments that are given by name in an object behind the others into their places, as Python's keywords:
 * `f(x, { train: false })` calls `f(x, train)` with false. An object that names no parameters is an argument as it is.
 *
 * @param functionName - On whose behalf, for messages.
 * @param f - The function that is called.
 * @param args - What it is given.
 * @throws TypeError for a name that it has no parameter of, where no object is expected, and for a value in the place of
 * named ones.
 */
export function argumentsInPlace(
  functionName: string,
  f: Called,
  args: readonly unknown[],
): readonly unknown[] {
  const last = args[args.length - 1];
  const isScalar = typeof last === "boolean" || typeof last === "number";
  const keys = isPlainObject(last) ? Object.keys(last) : [];
  if (!isScalar && keys.length === 0) return args;
  const parameters = parametersOf(f);
  if (parameters === undefined || parameters.some(({ isRest }) => isRest)) return args;
  const at = args.length - 1;
  const own = parameters.at(at);
  if (isScalar) {
    if (own?.name !== undefined || own === undefined) return args;
    throw new TypeError(`${functionName}: expected ${own.text} as argument ${at + 1}, got ${String(last)}`);
  }
  if (own === undefined) {
    if (/\barguments\b/.test(Function.prototype.toString.call(f))) return args;
    throw tooMany(functionName, parameters, keys[0]);
  }
  if (own.name === undefined || at === 0) return args;
  const rest = parameters.slice(at);
  const places = placesOf(keys, rest);
  const missing = places.indexOf(-1);
  if (missing < 0) return [...args.slice(0, at), ...inOrder(Object.values(last as object), places)];
  // A default that is a number or a truth value shows that no object is meant.
  if (!/^(?:true|false|[-+.\d][-+.\w]*|!0|!1)$/.test(own.fallback ?? "")) return args;
  const names = rest.flatMap(({ name }) => name ?? []);
  throw unknownOption(functionName, keys[missing], names);
}
