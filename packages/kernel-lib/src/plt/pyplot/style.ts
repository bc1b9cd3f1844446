import { describe, nearestName } from "../../array/options";
import { rcdefaults, rcParams, type RcValues } from "../rcParams";

/** Settings of matplotlib's styles, as far as they are settings here. */
const styles: Record<string, Partial<RcValues>> = {
  ggplot: {
    "patch.linewidth": 0.5,
    "axes.facecolor": "#E5E5E5",
    "axes.edgecolor": "#ffffff",
    "axes.linewidth": 1,
    "axes.grid": true,
    "axes.titlesize": "x-large",
    "axes.labelsize": "large",
    "axes.labelcolor": "#555555",
    "axes.axisbelow": true,
    "axes.prop_cycle": ["#E24A33", "#348ABD", "#988ED5", "#777777", "#FBC15E", "#8EBA42", "#FFB5B8"],
    "xtick.color": "#555555",
    "ytick.color": "#555555",
    "grid.color": "#ffffff",
    "figure.facecolor": "#ffffff",
  },
  bmh: {
    "lines.linewidth": 2,
    "patch.linewidth": 0.5,
    "axes.facecolor": "#eeeeee",
    "axes.edgecolor": "#bcbcbc",
    "axes.grid": true,
    "axes.titlesize": "x-large",
    "axes.labelsize": "large",
    "axes.prop_cycle": [
      ...["#348ABD", "#A60628", "#7A68A6", "#467821", "#D55E00"],
      ...["#CC79A7", "#56B4E9", "#009E73", "#F0E442", "#0072B2"],
    ],
    "grid.color": "#b2b2b2",
    "grid.linestyle": "--",
    "grid.linewidth": 0.5,
    "xtick.direction": "in",
    "ytick.direction": "in",
  },
  fivethirtyeight: {
    "lines.linewidth": 4,
    "axes.prop_cycle": ["#008fd5", "#fc4f30", "#e5ae38", "#6d904f", "#8b8b8b", "#810f7c"],
    "axes.facecolor": "#f0f0f0",
    "axes.labelsize": "large",
    "axes.axisbelow": true,
    "axes.grid": true,
    "axes.edgecolor": "#f0f0f0",
    "axes.linewidth": 3,
    "axes.titlesize": "x-large",
    "patch.linewidth": 0.5,
    "grid.linewidth": 1,
    "grid.color": "#cbcbcb",
    "xtick.major.size": 0,
    "xtick.minor.size": 0,
    "ytick.major.size": 0,
    "ytick.minor.size": 0,
    "font.size": 14,
    "figure.subplot.left": 0.08,
    "figure.subplot.right": 0.95,
    "figure.subplot.bottom": 0.07,
    "figure.facecolor": "#f0f0f0",
  },
  dark_background: {
    "text.color": "#ffffff",
    "axes.facecolor": "#000000",
    "axes.edgecolor": "#ffffff",
    "axes.labelcolor": "#ffffff",
    "axes.prop_cycle": [
      ...["#8dd3c7", "#feffb3", "#bfbbd9", "#fa8174", "#81b1d2"],
      ...["#fdb462", "#b3de69", "#bc82bd", "#ccebc4", "#ffed6f"],
    ],
    "xtick.color": "#ffffff",
    "ytick.color": "#ffffff",
    "grid.color": "#ffffff",
    "figure.facecolor": "#000000",
  },
  grayscale: {
    "axes.prop_cycle": ["0.00", "0.40", "0.60", "0.70"],
    "grid.color": "#000000",
    "figure.facecolor": "0.75",
    "image.cmap": "gray",
  },
  "seaborn-v0_8": {
    "axes.axisbelow": true,
    "axes.edgecolor": "#ffffff",
    "axes.facecolor": "#EAEAF2",
    "axes.grid": true,
    "axes.labelcolor": ".15",
    "axes.labelsize": 11,
    "axes.linewidth": 0,
    "axes.prop_cycle": ["#4C72B0", "#55A868", "#C44E52", "#8172B2", "#CCB974", "#64B5CD"],
    "axes.titlesize": 12,
    "figure.facecolor": "#ffffff",
    "figure.figsize": [8, 5.5],
    "grid.color": "#ffffff",
    "grid.linewidth": 1,
    "image.cmap": "Greys",
    "legend.fontsize": 10,
    "legend.frameon": false,
    "lines.linewidth": 1.75,
    "lines.markeredgewidth": 0,
    "lines.markersize": 7,
    "patch.linewidth": 0.3,
    "text.color": ".15",
    "xtick.color": ".15",
    "xtick.labelsize": 10,
    "xtick.major.pad": 7,
    "xtick.major.size": 0,
    "xtick.major.width": 1,
    "xtick.minor.size": 0,
    "xtick.minor.width": 0.5,
    "ytick.color": ".15",
    "ytick.labelsize": 10,
    "ytick.major.pad": 7,
    "ytick.major.size": 0,
    "ytick.major.width": 1,
    "ytick.minor.size": 0,
    "ytick.minor.width": 0.5,
  },
};

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

/**
 * Changes the looks of the figures that follow, by the names of matplotlib's styles.
 *
 * `use` takes the name of a style, settings as {@link rcParams} has them, or a list of these; "default" puts everything
 * back. `available` lists the names.
 *
 * @see https://matplotlib.org/stable/users/explain/customizing.html#customizing-with-style-sheets
 * @example
 * plt.style.use("ggplot");
 * plt.plot([1, 3, 2]);
 */
export const style = {
  available: names as readonly string[],
  use(wanted: string | Partial<RcValues> | readonly (string | Partial<RcValues>)[]): void {
    const list: readonly unknown[] = Array.isArray(wanted) ? wanted : [wanted];
    for (const settings of list.map(readStyle)) {
      if (settings === undefined) rcdefaults();
      else rcParams.update(settings);
    }
  },
};
