const place = /^-?\d+$/;
/** A place, several, or a slice. */
const indexLike = /^[-\d:.,\s]+$/;

/**
 * Has `x[0]` and `x[0] = 1` throw and say how arrays are indexed. To TypeScript they are properties like any other: the
 * one would silently be undefined, the other silently change nothing.
 *
 * @param prototype - What arrays inherit from last; only what is found nowhere before gets here.
 */
export function refuseBrackets(prototype: object): void {
  const refuse = (key: string | symbol, instead: (index: string) => string): void => {
    if (typeof key === "string" && place.test(key)) {
      throw new TypeError(`ndarray: expected ${instead(key)} in place of brackets, got [${key}]`);
    }
  };
  const last = new Proxy(Object.prototype, {
    get(target, key, receiver) {
      refuse(key, (index) => `x.at(${index})`);
      return Reflect.get(target, key, receiver) as unknown;
    },
    set(target, key, value, receiver) {
      refuse(key, (index) => `x.with(${index}, value), which gives a changed copy,`);
      return Reflect.set(target, key, value, receiver);
    },
  });
  Object.setPrototypeOf(prototype, last);
}

/** Has `x.at[0]` and `x.at["1:3"]`, JAX's way to write a changed copy, throw and say how it is done here. */
export function refuseIndexing(at: object): void {
  Object.setPrototypeOf(
    at,
    new Proxy(Object.getPrototypeOf(at) as object, {
      get(target, key, receiver) {
        if (typeof key === "string" && indexLike.test(key)) {
          throw new TypeError(
            `at: expected x.at(${key}) for a part of an array, or x.with(${key}, value) and x.withAdd(${key}, value) ` +
              `in place of x.at[${key}].set(value) and x.at[${key}].add(value), got [${key}]`,
          );
        }
        return Reflect.get(target, key, receiver) as unknown;
      },
    }),
  );
}
