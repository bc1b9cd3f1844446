/** Operators between numbers and arrays, and conditions that hold arrays: what compiled cells ask for. */
import { arrayMethods, fromTheRight } from "../compiler/reversal";

type Operation = (left: unknown, right: unknown) => unknown;
type Arrays = Record<string, ((other?: unknown) => unknown) | undefined>;

/** What the operators do to plain numbers. */
const plain: Record<string, (left: number, right: number) => unknown> = {
  add: (left, right) => left + right,
  sub: (left, right) => left - right,
  mul: (left, right) => left * right,
  div: (left, right) => left / right,
  mod: (left, right) => left % right,
  pow: (left, right) => left ** right,
  less: (left, right) => left < right,
  greater: (left, right) => left > right,
  lessEqual: (left, right) => left <= right,
  greaterEqual: (left, right) => left >= right,
  equal: (left, right) => left === right,
  notEqual: (left, right) => left !== right,
};

const isArray = (value: unknown): value is Arrays =>
  typeof value === "object" &&
  value !== null &&
  arrayMethods.every((name) => typeof (value as Arrays)[name] === "function");

const operation = (name: string): Operation => {
  const reverse = fromTheRight[name] as string;
  return (left, right) => {
    if (isArray(left)) return left[name]?.(right);
    if (isArray(right)) return right[reverse]?.(left);
    return plain[name]?.(left as number, right as number);
  };
};

const condition = Symbol.for("tslinen.condition");
let last: unknown;

/** Whether a value counts as true: an array by its only element. */
function truth(value: unknown): boolean {
  last = value;
  const ask = (value as { [condition]?: () => boolean } | null | undefined)?.[condition];
  return ask ? ask.call(value) : Boolean(value);
}

/** What compiled cells call `__arithmetic`. */
export const arithmetic = {
  ...Object.fromEntries(Object.keys(plain).map((name) => [name, operation(name)])),
  neg: (value: unknown) => (isArray(value) ? value.neg?.() : -(value as number)),
  truth,
  /** The value whose truth was asked for last: what `a && b` gives if a is not true. */
  last: () => last,
};
