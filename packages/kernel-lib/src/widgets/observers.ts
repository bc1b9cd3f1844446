/** Functions that observe some parts of a state, or all of it. */
export class Observers<F> {
  /** What each function observes; undefined for everything. */
  readonly #all = new Map<F, Set<string> | undefined>();

  /** Adds a function; one that is there already observes more from now on. */
  add(observer: F, keys?: readonly string[]): void {
    const before = this.#all.get(observer);
    const hasAll = this.#all.has(observer) && !before;
    this.#all.set(observer, keys && !hasAll ? new Set([...(before ?? []), ...keys]) : undefined);
  }

  /** Takes a function away, from some parts or altogether. One that observes everything is not taken from some parts. */
  remove(observer: F, keys?: readonly string[]): void {
    const observed = this.#all.get(observer);
    for (const key of keys ?? []) observed?.delete(key);
    if (!keys || observed?.size === 0) this.#all.delete(observer);
  }

  /** Takes all functions away, from some parts or altogether. */
  removeAll(keys?: readonly string[]): void {
    for (const observer of [...this.#all.keys()]) this.remove(observer, keys);
  }

  /** The functions that observe a part. */
  of(key: string): F[] {
    return [...this.#all].filter(([, keys]) => !keys || keys.has(key)).map(([observer]) => observer);
  }
}
