import { describe, unknownOption } from "../array/options";

/** What lines go through: colours, or looks such as `plt.cycler` makes. */
export type PropCycle =
  readonly string[] | { readonly entries: readonly Readonly<Record<string, unknown>>[] };

/** Every setting that {@link rcParams} knows, with matplotlib's default. Sizes are in points, figures in inches. */
const defaults = {
  "axes.axisbelow": "line" as boolean | string,
  "axes.edgecolor": "black",
  "axes.facecolor": "white",
  "axes.grid": false,
  "axes.labelcolor": "black",
  "axes.labelpad": 4,
  "axes.labelsize": "medium" as number | string,
  "axes.labelweight": "normal",
  "axes.linewidth": 0.8,
  "axes.prop_cycle": [
    "#1f77b4",
    "#ff7f0e",
    "#2ca02c",
    "#d62728",
    "#9467bd",
    "#8c564b",
    "#e377c2",
    "#7f7f7f",
    "#bcbd22",
    "#17becf",
  ] as PropCycle,
  "axes.spines.bottom": true,
  "axes.spines.left": true,
  "axes.spines.right": true,
  "axes.spines.top": true,
  "axes.titlepad": 6,
  "axes.titlesize": "large" as number | string,
  "axes.titleweight": "normal",
  "axes.xmargin": 0.05,
  "axes.ymargin": 0.05,
  "date.converter": "concise",
  "errorbar.capsize": 0,
  "figure.dpi": 100,
  "figure.facecolor": "white",
  "figure.figsize": [6.4, 4.8] as readonly [number, number] | readonly number[],
  "figure.labelsize": "large" as number | string,
  "figure.labelweight": "normal",
  "figure.subplot.bottom": 0.11,
  "figure.subplot.hspace": 0.2,
  "figure.subplot.left": 0.125,
  "figure.subplot.right": 0.9,
  "figure.subplot.top": 0.88,
  "figure.subplot.wspace": 0.2,
  "figure.titlesize": "large" as number | string,
  "figure.titleweight": "normal",
  "font.family": "DejaVu Sans",
  "font.size": 10,
  "grid.alpha": 1,
  "grid.color": "#b0b0b0",
  "grid.linestyle": "-",
  "grid.linewidth": 0.8,
  "hatch.linewidth": 1,
  "hist.bins": 10 as number | string,
  "image.aspect": "equal",
  "image.cmap": "viridis",
  "image.interpolation": "auto",
  "image.origin": "upper",
  "legend.borderaxespad": 0.5,
  "legend.borderpad": 0.4,
  "legend.columnspacing": 2,
  "legend.edgecolor": "0.8",
  "legend.facecolor": "inherit",
  "legend.fancybox": true,
  "legend.fontsize": "medium" as number | string,
  "legend.framealpha": 0.8,
  "legend.frameon": true,
  "legend.handlelength": 2,
  "legend.handletextpad": 0.8,
  "legend.labelspacing": 0.5,
  "legend.loc": "best" as string | number,
  "legend.title_fontsize": "medium" as number | string,
  "lines.linestyle": "-",
  "lines.linewidth": 1.5,
  "lines.marker": "None",
  "lines.markeredgewidth": 1,
  "lines.markersize": 6,
  "patch.linewidth": 1,
  "path.simplify": true,
  "savefig.dpi": "figure" as number | "figure",
  "savefig.transparent": false,
  "scatter.edgecolors": "face",
  "scatter.marker": "o",
  "text.color": "black",
  "xtick.color": "black",
  "xtick.direction": "out",
  "xtick.labelsize": "medium" as number | string,
  "xtick.major.pad": 3.5,
  "xtick.major.size": 3.5,
  "xtick.major.width": 0.8,
  "xtick.minor.size": 2,
  "xtick.minor.width": 0.6,
  "ytick.color": "black",
  "ytick.direction": "out",
  "ytick.labelsize": "medium" as number | string,
  "ytick.major.pad": 3.5,
  "ytick.major.size": 3.5,
  "ytick.major.width": 0.8,
  "ytick.minor.size": 2,
  "ytick.minor.width": 0.6,
};

/** The settings by matplotlib's names. */
export type RcValues = typeof defaults;

/** The settings, and the way to change several at once. */
export type RcParams = RcValues & {
  /** Changes several settings at once; nothing changes if one of them is unknown or of another kind. */
  update(values: Partial<RcValues>): void;
};

const names = Object.keys(defaults);
const values: Record<string, unknown> = { ...defaults };

/** Colours may be given in every way a colour can be, and are checked where they are used. */
const kindOf = (value: unknown) => (Array.isArray(value) ? "list" : typeof value);

function check(name: string, value: unknown): void {
  if (!Object.hasOwn(defaults, name)) throw unknownOption("rcParams", name, names);
  const usual = defaults[name as keyof RcValues] as unknown;
  const kind = kindOf(usual);
  const numeric = typeof value === "number" && Number.isFinite(value);
  const either = /size$|^hist\.bins$|^legend\.loc$|^savefig\.dpi$/.test(name) && kind === "string";
  const place =
    (name === "axes.axisbelow" && typeof value === "boolean") ||
    (name === "axes.prop_cycle" && Array.isArray((value as { entries?: unknown } | null)?.entries));
  const fits = kind === "number" ? numeric : kindOf(value) === kind || (either && numeric) || place;
  if (!fits) throw new TypeError(`rcParams: expected ${name} to be a ${kind}, got ${describe(value)}`);
  if (name === "date.converter" && value !== "concise" && value !== "auto") {
    throw new TypeError(
      `rcParams: expected date.converter to be "concise" or "auto", got ${describe(value)}`,
    );
  }
  if (name === "figure.figsize") {
    const size = value as unknown[];
    if (size.length !== 2 || !size.every((side) => typeof side === "number" && side > 0)) {
      throw new TypeError(
        `rcParams: expected figure.figsize to be [width, height] in inches, got [${size.join(", ")}]`,
      );
    }
  }
}

function update(changes: Partial<RcValues>): void {
  for (const [name, value] of Object.entries(changes)) check(name, value);
  Object.assign(values, changes);
}

/**
 * The settings that figures start from, by matplotlib's names.
 *
 * Sizes are in points, figure sizes in inches. An unknown name throws and offers the nearest.
 *
 * @see https://matplotlib.org/stable/users/explain/customizing.html
 * @example
 * plt.rcParams["figure.figsize"] = [8, 4];
 * plt.rcParams.update({ "lines.linewidth": 2, "axes.grid": true });
 */
export const rcParams: RcParams = new Proxy(values, {
  get(target, name) {
    if (name === "update") return update;
    if (typeof name === "string" && !Object.hasOwn(target, name) && /\./.test(name)) {
      throw unknownOption("rcParams", name, names);
    }
    return Reflect.get(target, name) as unknown;
  },
  set(target, name, value) {
    check(String(name), value);
    target[String(name)] = value;
    return true;
  },
}) as unknown as RcParams;

/** All settings as they were at some time. */
export type Settings = Readonly<Record<string, unknown>>;

/** The settings as they are now. */
export const takeSettings = (): Settings => ({ ...values });

/** Settings that matplotlib reads as it draws, and not as it makes axes. */
const readLate = ["date.converter", "font.size", "path.simplify", "xtick.labelsize", "ytick.labelsize"];

/** Runs a function under the settings of some time, but for those that are read late. */
export function underSettings<R>(settings: Settings, run: () => R): R {
  const now = takeSettings();
  Object.assign(values, settings);
  for (const name of readLate) values[name] = now[name];
  try {
    return run();
  } finally {
    Object.assign(values, now);
  }
}

/**
 * Sets several settings of one group.
 *
 * @param group - The part before the dot, such as "lines" or "axes"; "figure", "font", "legend", "xtick" and so on.
 * @param settings - The parts after it, with their values.
 * @throws TypeError for an unknown name, offering the nearest, or a value of another kind.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.rc.html
 * @example
 * plt.rc("lines", { linewidth: 2 });
 */
export function rc(group: string, settings: Record<string, unknown>): void {
  const short: Record<string, string> = { lw: "linewidth", ls: "linestyle", c: "color", fc: "facecolor" };
  update(
    Object.fromEntries(
      Object.entries(settings).map(([name, value]) => [`${group}.${short[name] ?? name}`, value]),
    ) as Partial<RcValues>,
  );
}

/**
 * Puts every setting back to its default.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.rcdefaults.html
 * @example
 * plt.rcdefaults();
 */
export function rcdefaults(): void {
  Object.assign(values, defaults);
}
