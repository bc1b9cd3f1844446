import { describe, nearestName } from "../../array/options";
import { rcdefaults, rcParams, type RcValues } from "../rcParams";
import { styles } from "../styleSheets";
import { rcContext } from "./rcContext";

const names = ["default", ...Object.keys(styles)];

/** The settings of a style; undefined for the default one. */
function readStyle(name: unknown): Partial<RcValues> | undefined {
  if (name === "default") return undefined;
  if (typeof name === "string" && Object.hasOwn(styles, name)) return styles[name];
  if (typeof name === "object" && name !== null && !Array.isArray(name)) return name as Partial<RcValues>;
  const near = typeof name === "string" ? nearestName(name, names) : undefined;
  const hint = near === undefined ? `expected one of ${names.join(", ")}` : `did you mean "${near}"?`;
  throw new TypeError(`style.use: there is no style ${describe(name)}; ${hint}`);
}

/** Takes over the settings of styles. */
function applied(wanted: string | Partial<RcValues> | readonly (string | Partial<RcValues>)[]): void {
  const list: readonly unknown[] = Array.isArray(wanted) ? wanted : [wanted];
  for (const settings of list.map(readStyle)) {
    if (settings === undefined) rcdefaults();
    else rcParams.update(settings);
  }
}

/**
 * Changes the looks of the figures that follow, by the names of matplotlib's styles.
 *
 * `use` takes the name of a style, settings as {@link rcParams} has them, or a list of these; "default" puts everything
 * back. `available` lists the names, and `context` runs a function under a style.
 *
 * @see https://matplotlib.org/stable/users/explain/customizing.html#customizing-with-style-sheets
 * @example
 * plt.style.use("ggplot");
 * plt.plot([1, 3, 2]);
 */
export const style = {
  available: names as readonly string[],
  use: applied,
  /** Runs a function under styles, as `use` takes them. */
  context<R>(wanted: Parameters<typeof applied>[0], run: () => R): R {
    return rcContext({}, () => {
      applied(wanted);
      return run();
    });
  },
};
