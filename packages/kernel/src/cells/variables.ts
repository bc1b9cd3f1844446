import { platform } from "../platform";
import { bundleOf, type MimeBundle } from "./bundle";
import { viewsLeftUnder } from "./views";

/** What is said of a value on one line. */
export interface Outline {
  type: string;
  text: string;
  summary?: object;
}

/** How a library lists values that it knows. */
interface Glance {
  summary(value: unknown): object | undefined;
  detail(value: unknown): MimeBundle | undefined;
}

/** Where libraries leave what they know of listing values. */
const glancesSymbol = Symbol.for("tslinen.glances");

const mostText = 120;
const brief = { depth: 0, maxArrayLength: 8, maxStringLength: mostText };

/** What the first library says that knows a value. */
function glanceAt<Method extends keyof Glance>(
  method: Method,
  value: unknown,
): ReturnType<Glance[Method]> | undefined {
  for (const glance of viewsLeftUnder<Glance>(glancesSymbol)) {
    try {
      const said = glance[method](value);
      if (said) return said as ReturnType<Glance[Method]>;
    } catch {
      // A getter of the value that throws, say: it is listed as any other value.
    }
  }
  return undefined;
}

/** Says on one line what a value is. */
export function outlineOf(value: unknown): Outline {
  const summary = glanceAt("summary", value);
  if (summary) return { type: typeOf(value), text: "", summary };
  const type = typeOf(value);
  const isCode = type === "function" || type === "class";
  const written = isCode ? parametersOf(value as object) : platform().inspect(value, brief);
  const line = written.replace(/\s+/g, " ");
  return { type, text: line.length > mostText ? `${line.slice(0, mostText)}…` : line };
}

/** The representations of a value that is opened in a list of variables. */
export const detailOf = (value: unknown): MimeBundle | Promise<MimeBundle> =>
  glanceAt("detail", value) ?? bundleOf(value);

/** The type of a value, with its length if it has one; what can be called may be an object of a class all the same. */
function typeOf(value: unknown): string {
  if (value === null) return "null";
  if (typeof value !== "object" && typeof value !== "function") return typeof value;
  const prototype = Object.getPrototypeOf(value) as { constructor?: { name?: unknown } } | null;
  const name = prototype?.constructor?.name;
  const isPlain = typeof name !== "string" || /Function$|^$/.test(name);
  if (typeof value === "function" && isPlain) {
    return /^class\b/.test(Function.prototype.toString.call(value)) ? "class" : "function";
  }
  const { length, size } = value as { length?: unknown; size?: unknown };
  const count = Array.isArray(value) || ArrayBuffer.isView(value) ? length : undefined;
  const entries = value instanceof Map || value instanceof Set ? size : count;
  const type = typeof name === "string" && name !== "" ? name : "Object";
  return typeof entries === "number" ? `${type}(${entries})` : type;
}

/** What a function takes, as it is written. */
function parametersOf(value: object): string {
  const [, list, only] =
    /^(?:async\s*)?(?:function\b\*?\s*\w*\s*)?(?:(\([^)]*\))|(\w+)\s*=>)/.exec(
      Function.prototype.toString.call(value),
    ) ?? [];
  return list ?? (only ? `(${only})` : "");
}
