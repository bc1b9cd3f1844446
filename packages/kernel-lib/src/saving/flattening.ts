import { describe, isPlainObject } from "../array/options";

/** Objects within objects that come from outside: what their keys are is known only once they are read. */
export type Nested = ReturnType<JSON["parse"]>;

/** Values by the way to them: `{ "params/Dense_0/kernel": … }`. */
export type FlatDict<V = Nested> = Record<string, V>;

/** Options of `flattenDict`. */
export interface FlattenOptions {
  /** Whether empty objects are kept as values. Default: false. */
  keepEmptyNodes?: boolean;
  /** Tells of the way to an object, and of the object, whether it is to be a value. Default: no object is. */
  isLeaf?: ((path: readonly string[], value: unknown) => boolean) | null;
  /** What stands between the keys. Default: "/". */
  sep?: string;
}

/** Goes to each value of objects within objects. */
function visit(
  value: unknown,
  path: readonly string[],
  isLeaf: FlattenOptions["isLeaf"],
  take: (path: readonly string[], value: unknown) => void,
): void {
  if (!isPlainObject(value) || (path.length > 0 && isLeaf?.(path, value))) take(path, value);
  else if (Object.keys(value).length === 0) take(path, value);
  else for (const key of Object.keys(value)) visit(value[key], [...path, key], isLeaf, take);
}

const isEmpty = (value: unknown): boolean => isPlainObject(value) && Object.keys(value).length === 0;

/** Checks that an argument is an object. */
export function checkObject(functionName: string, xs: unknown): void {
  if (!isPlainObject(xs)) throw new TypeError(`${functionName}: expected an object, got ${describe(xs)}`);
}

/** What `flattenDict` does, on behalf of whoever needs it. */
export function flattened(
  functionName: string,
  xs: unknown,
  sep: string,
  keepEmptyNodes: boolean,
  isLeaf?: FlattenOptions["isLeaf"],
): FlatDict {
  checkObject(functionName, xs);
  const result: FlatDict = {};
  visit(xs, [], isLeaf, (path, value) => {
    if (isEmpty(value) && (path.length === 0 || !keepEmptyNodes)) return;
    const odd = path.find((key) => key.includes(sep));
    if (odd !== undefined) {
      throw new TypeError(`${functionName}: expected keys without ${describe(sep)}, got ${describe(odd)}`);
    }
    result[path.join(sep)] = value;
  });
  return result;
}

/** What `unflattenDict` does, on behalf of whoever needs it. */
export function unflattened(functionName: string, xs: object, sep: string): Record<string, unknown> {
  checkObject(functionName, xs);
  const result: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(xs)) {
    const path = name.split(sep);
    let node = result;
    for (const key of path.slice(0, -1)) {
      if (!Object.hasOwn(node, key)) define(node, key, {});
      const next = node[key];
      if (!isPlainObject(next)) throw clash(functionName, name);
      node = next;
    }
    const last = path[path.length - 1];
    if (Object.hasOwn(node, last)) throw clash(functionName, name);
    define(node, last, value);
  }
  return result;
}

/** Sets a property whatever its name is: `__proto__` in a foreign file is a name like any other. */
function define(node: object, key: string, value: unknown): void {
  Object.defineProperty(node, key, { value, writable: true, enumerable: true, configurable: true });
}

const clash = (functionName: string, name: string): TypeError =>
  new TypeError(`${functionName}: expected each name once, but ${describe(name)} meets another`);
