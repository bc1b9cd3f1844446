import type { Rule } from "./model";

type Limited = number | Date | string;

const clamp = <T extends Limited>(value: T, min: T | null, max: T | null): T => {
  const low = min !== null && value < min ? min : value;
  return max !== null && low > max ? max : low;
};

function checkLimits(owner: string, min: Limited | null, max: Limited | null): void {
  if (min !== null && max !== null && min > max) {
    const [low, high] = [min, max].map((one) => (one instanceof Date ? one.toISOString() : String(one)));
    throw new RangeError(`${owner}: expected min to be at most max, got min ${low} and max ${high}`);
  }
}

/** A value between two limits, either of which may be missing: it is moved to the nearer limit. */
export const bounded: Rule = {
  keys: [],
  settle(owner, state) {
    const { value, min, max } = state as Record<string, Limited | null>;
    checkLimits(owner, min, max);
    if (value !== null) state.value = clamp(value, min, max);
  },
};

/** A power; JavaScript's own 10 ** -5 is not 0.00001. */
const power = (base: number, exponent: number): number =>
  exponent < 0 ? 1 / base ** -exponent : base ** exponent;

/** A value between two powers. */
export const boundedByPowers: Rule = {
  keys: [],
  settle(owner, state) {
    const { value, min, max, base } = state as Record<string, number>;
    checkLimits(owner, min, max);
    state.value = clamp(value, power(base, min), power(base, max));
  },
};

/**
 * Two values between two limits; at first, the middle half of what is between.
 *
 * @param whole - Whether they are whole numbers.
 */
export const boundedPair = (whole: boolean): Rule => ({
  keys: [],
  settle(owner, state, given, isNew) {
    const { min, max } = state as Record<string, number>;
    checkLimits(owner, min, max);
    if (isNew && !given.has("value")) {
      const middle = [0.75 * min + 0.25 * max, 0.25 * min + 0.75 * max];
      state.value = whole ? middle.map(Math.trunc) : middle;
    }
    const [lower, upper] = state.value as [number, number];
    if (lower > upper) {
      throw new RangeError(`${owner}: expected the lower value first, got [${lower}, ${upper}]`);
    }
    state.value = [clamp(lower, min, max), clamp(upper, min, max)];
  },
});

/** A list of which only certain elements are allowed. */
export const tags: Rule = {
  keys: [],
  settle(owner, state) {
    const {
      value,
      allowedTags,
      min = null,
      max = null,
    } = state as {
      value: (string | number)[];
      allowedTags: (string | number)[];
      min?: number | null;
      max?: number | null;
    };
    for (const tag of value) {
      const isAllowed = allowedTags.length === 0 || allowedTags.includes(tag);
      if (tag === "" || !isAllowed) {
        const wanted = isAllowed ? "words that are not empty" : allowedTags.join(", ");
        throw new RangeError(`${owner}: expected ${wanted}, got ${JSON.stringify(tag)}`);
      }
      if (typeof tag === "number" && clamp(tag, min, max) !== tag) {
        throw new RangeError(`${owner}: expected numbers from ${min ?? "-∞"} to ${max ?? "∞"}, got ${tag}`);
      }
    }
  },
};
