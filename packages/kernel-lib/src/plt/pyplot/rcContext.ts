import { rcParams, type RcValues } from "../rcParams";

/**
 * Runs a function under other settings, and puts those of before back.
 *
 * @param settings - The other settings, as {@link rcParams} has them.
 * @param run - What to run, which must not be asynchronous.
 * @returns What it returns.
 * @throws TypeError for an unknown name, offering the nearest, or a value of another kind.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.rc_context.html
 * @example
 * plt.rcContext({ "lines.linewidth": 4 }, () => {
 *   plt.plot([1, 2]);
 * });
 */
export function rcContext<R>(settings: Partial<RcValues>, run: () => R): R {
  const before = Object.fromEntries(Object.entries(rcParams));
  try {
    rcParams.update(settings);
    return run();
  } finally {
    rcParams.update(before);
  }
}
