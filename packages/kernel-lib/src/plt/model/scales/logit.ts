import type { Interval, Scale } from "../scale";

/** What stands for the least value above zero where there is none. */
const least = 1e-7;

/** What values beyond the ends have in place of a logarithm. */
const beyond = 1000;

const within = ([from, to]: Interval, positive: number): Interval => {
  const edge = Number.isFinite(positive) ? positive : least;
  const inside = (end: number) => (end <= 0 ? edge : end >= 1 ? 1 - edge : end);
  return [inside(from), inside(to)];
};

/**
 * For values between 0 and 1, both excluded: logarithmic towards either, nearly linear about a half.
 *
 * @see https://matplotlib.org/stable/api/scale_api.html#matplotlib.scale.LogitScale
 */
export const logitScale: Scale = {
  name: "logit",
  forward: (value) => (value <= 0 ? -beyond : value >= 1 ? beyond : Math.log10(value / (1 - value))),
  inverse: (value) => 1 / (1 + 10 ** -value),
  holds: (value) => value > 0 && value < 1,
  widened(ends, positive) {
    const [low, high] = [Math.min(...ends), Math.max(...ends)];
    if (!Number.isFinite(low) || !Number.isFinite(high) || high <= 0 || low >= 1) return [least, 1 - least];
    const [from, to] = within([low, high], positive);
    return from === to ? [0.1 * from, 1 - 0.1 * from] : [from, to];
  },
  possible: within,
  warp: {
    forward: (x) => `(${x} <= 0 ? -${beyond} : ${x} >= 1 ? ${beyond} : log((${x}) / (1 - (${x}))) / LN10)`,
    inverse: (x) => `(1 / (1 + pow(10, -(${x}))))`,
  },
};
