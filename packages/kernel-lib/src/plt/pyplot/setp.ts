import { describe, unknownOption } from "../../array/options";
import { fullNameOf } from "../artists/properties";

/** What can be given properties by name. */
export interface Settable {
  set(values: never): void;
}

/** What the `set` of something takes. */
export type SettingsOf<T> = T extends { set(values: infer V): void } ? V : never;

const isSettable = (value: unknown): value is { set(values: unknown): void } =>
  typeof (value as { set?: unknown } | null | undefined)?.set === "function";

/**
 * Sets properties of one or several things that are drawn: lines, texts, shapes, labels of ticks, or axes.
 *
 * @param artists - One of them, or a list; lists may hold lists.
 * @param values - The properties by name, in full or short: `color` or `c`, `linewidth` or `lw` and so on.
 * @throws TypeError for a property that one of them does not have, or a value that does not fit.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.setp.html
 * @example
 * const lines = plt.plot([1, 2, 3], [[1, 3], [2, 2], [3, 1]]);
 * plt.setp(lines, { color: "C3", lw: 2 });
 * plt.setp(plt.gca().getXticklabels(), { rotation: 45, ha: "right" });
 */
export function setp<T extends Settable>(
  artists: T | readonly (T | readonly T[])[],
  values: SettingsOf<T>,
): void {
  const all = [artists].flat(2) as unknown[];
  for (const artist of all) {
    if (!isSettable(artist)) {
      throw new TypeError(`setp: expected what is drawn, or a list of it, got ${describe(artist)}`);
    }
    artist.set(values);
  }
}

/**
 * Tells a property of something that is drawn.
 *
 * @param artist - A line, a text, a shape, axes and so on.
 * @param name - The property, in full or short.
 * @returns Its value.
 * @throws TypeError for a property that it does not tell.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.getp.html
 * @example
 * const [line] = plt.plot([1, 2, 3], { lw: 3 });
 * plt.getp(line, "linewidth"); // 3
 */
export function getp(artist: object, name: string): unknown {
  const getters = new Map<string, () => unknown>();
  for (let step: object | null = artist; step; step = Object.getPrototypeOf(step) as object | null) {
    for (const own of Object.getOwnPropertyNames(step)) {
      if (!/^get[A-Z]/.test(own)) continue;
      const property = own[3].toLowerCase() + own.slice(4);
      getters.set(property, () => (artist as Record<string, () => unknown>)[own]());
    }
  }
  const get = getters.get(fullNameOf(name));
  if (get === undefined) throw unknownOption("getp", name, [...getters.keys()]);
  return get();
}
