/** Gives a function its name: one that another function makes has none of its own, or a bundler's. */
export function named<F extends object>(name: string, f: F): F {
  return Object.defineProperty(f, "name", { value: name, configurable: true });
}
