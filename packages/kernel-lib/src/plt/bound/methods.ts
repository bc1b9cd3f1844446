/** Functions of a subject, such as axes, by their names. */
export type Functions = Readonly<Record<string, unknown>>;

/** Settings under the names that axes have them by: `xlabel` becomes `setXlabel`. */
export type Setters<T> = { [K in keyof T & string as `set${Capitalize<K>}`]: T[K] };

/** `xlabel` → `setXlabel`. */
export const setterName = (name: string): string => `set${name[0].toUpperCase()}${name.slice(1)}`;

/** Defines functions of a subject as methods of a class, which is their subject then. */
export function defineMethods(
  type: { prototype: object },
  functions: Functions,
  rename: (name: string) => string = (name) => name,
): void {
  for (const [name, run] of Object.entries(functions)) {
    if (typeof run !== "function") continue;
    Object.defineProperty(type.prototype, rename(name), {
      value(this: object, ...args: unknown[]): unknown {
        return run(this, ...args);
      },
      configurable: true,
      writable: true,
    });
  }
}
