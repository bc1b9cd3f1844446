import { camelCase, describe, isPlainObject, unknownOption, type Spelled } from "../../array/options";

/** Short names of properties, and what they are short for. */
const shortNames = {
  c: "color",
  ec: "edgecolor",
  fc: "facecolor",
  lw: "linewidth",
  ls: "linestyle",
  mec: "markeredgecolor",
  mew: "markeredgewidth",
  mfc: "markerfacecolor",
  ms: "markersize",
  ds: "drawstyle",
  ha: "horizontalalignment",
  va: "verticalalignment",
  size: "fontsize",
  weight: "fontweight",
  style: "fontstyle",
  family: "fontfamily",
} as const;

type ShortNames = typeof shortNames;

/** What can be set of something, by its setters: `color` where there is `setColor`. */
type ByFullName<T> = {
  [
    K in keyof T & string as K extends "set" | `set_${string}`
      ? never
      : K extends `set${infer Name}`
        ? Uncapitalize<Name>
        : never
  ]?: T[K] extends (value: infer V, ...rest: never[]) => unknown ? V : never;
};

/** What `set` and {@link setp} take: a value for each property that has a setter, under its full or its short name. */
export type Properties<T> = Spelled<
  ByFullName<T> & {
    [
      S in keyof ShortNames as ShortNames[S] extends keyof ByFullName<T> ? S : never
    ]?: ByFullName<T>[ShortNames[S] & keyof ByFullName<T>];
  }
>;

const setter = (name: string) => `set${name[0].toUpperCase()}${name.slice(1)}`;

/** Every property that something has a setter for. */
function propertiesOf(subject: object): string[] {
  const names = new Set<string>();
  for (let step: object | null = subject; step; step = Object.getPrototypeOf(step) as object | null) {
    for (const name of Object.getOwnPropertyNames(step)) {
      if (/^set[A-Z]/.test(name)) names.add(name[3].toLowerCase() + name.slice(4));
    }
  }
  return [...names];
}

/** The full name of a property. */
export const fullNameOf = (name: string): string =>
  shortNames[camelCase(name) as keyof ShortNames] ?? camelCase(name);

/** Calls the setters of something by the names of its properties; for a name that it does not have, none. */
export function setProperties(functionName: string, subject: object, values: unknown): void {
  if (!isPlainObject(values)) {
    throw new TypeError(`${functionName}: expected properties by name, got ${describe(values)}`);
  }
  const known = propertiesOf(subject);
  for (const name of Object.keys(values)) {
    if (!known.includes(fullNameOf(name))) throw unknownOption(functionName, name, known);
  }
  for (const [name, value] of Object.entries(values)) {
    (subject as Record<string, (value: unknown) => void>)[setter(fullNameOf(name))](value);
  }
}
