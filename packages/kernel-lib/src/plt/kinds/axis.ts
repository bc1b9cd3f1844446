import { describe } from "../../array/options";
import { readNumbers, type Data } from "../data";
import { anchors } from "../model/aspect";
import { option, readTable, type OptionsOf } from "../options/option";
import { choice, given, scalarOf, type Scalar } from "../options/readers";
import type { Direction } from "../model/artist";
import type { AxesBase } from "../model/axes";

const limitOptions = {
  /** The left limit. */
  xmin: option(given<Scalar>()),
  /** The right limit. */
  xmax: option(given<Scalar>()),
  /** The lower limit. */
  ymin: option(given<Scalar>()),
  /** The upper limit. */
  ymax: option(given<Scalar>()),
};

/** Limits by name. */
export type AxisLimits = OptionsOf<typeof limitOptions>;

const settings: Record<string, (axes: AxesBase) => void> = {
  on: (axes) => {
    axes.axisOn = true;
  },
  off: (axes) => {
    axes.axisOn = false;
  },
  auto: (axes) => {
    follow(axes, true);
    axes.aspect = undefined;
  },
  tight: (axes) => follow(axes, false),
  equal: (axes) => {
    follow(axes, true);
    Object.assign(axes, { aspect: 1, adjustable: "datalim" });
  },
  scaled: (axes) => {
    follow(axes, false);
    Object.assign(axes, { aspect: 1, adjustable: "box", anchor: anchors.C });
  },
  image: (axes) => {
    follow(axes, false);
    Object.assign(axes, { aspect: 1, adjustable: "box", anchor: anchors.C });
  },
  square: (axes) => {
    Object.assign(axes, { aspect: 1, adjustable: "box", anchor: anchors.C });
    const [x, y] = [axes.view("x"), axes.view("y")];
    const size = Math.max(Math.abs(x[1] - x[0]), Math.abs(y[1] - y[0]));
    axes.xaxis.dimension.setView([x[0], x[0] + size]);
    axes.yaxis.dimension.setView([y[0], y[0] + size]);
  },
};

/** Has the limits follow the data, or stay where they are now. */
function follow(axes: AxesBase, auto: boolean): void {
  for (const { dimension } of [axes.xaxis, axes.yaxis]) {
    if (auto) dimension.follow();
    else dimension.setView(dimension.view);
  }
}

/**
 * Sets or tells the limits of both axes, or one of several ways in which axes are laid out.
 *
 * "equal" gives x and y units of one length by wider limits, "scaled" and "image" by a smaller box, "square" by a
 * square box; "off" and "on" hide and show frame, ticks and labels; "tight" keeps the limits as the data have them now;
 * "auto" undoes these.
 *
 * @param setting - One of these words, or `[xmin, xmax, ymin, ymax]`, or limits by name; nothing tells the limits.
 * @returns The limits now: xmin, xmax, ymin, ymax.
 * @throws TypeError for an unknown word, or an invalid limit.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.axis.html
 * @example
 * plt.plot([0, 1, 2], [3, 5, 4]);
 * plt.axis([-1, 3, 2, 6]);
 */
export function axis(
  axes: AxesBase,
  setting?:
    "on" | "off" | "equal" | "scaled" | "square" | "tight" | "auto" | "image" | boolean | Data | AxisLimits,
): [xmin: number, xmax: number, ymin: number, ymax: number] {
  const change = readSetting(setting);
  change(axes);
  return [...axes.view("x"), ...axes.view("y")];
}

function readSetting(setting: unknown): (axes: AxesBase) => void {
  if (setting === undefined) return () => undefined;
  if (typeof setting === "boolean") return settings[setting ? "on" : "off"];
  if (typeof setting === "string") {
    return settings[choice(...Object.keys(settings))("axis", "setting", setting)];
  }
  const isList = typeof setting === "object" && setting !== null && Symbol.iterator in setting;
  const limits: unknown[] = isList
    ? Array.from(readNumbers("axis", "limits", setting))
    : Object.values(readTable("axis", setting, limitOptions)).map(scalarOf);
  if (limits.length !== 4 || limits.some((limit) => limit !== undefined && !Number.isFinite(limit))) {
    throw new TypeError(`axis: expected [xmin, xmax, ymin, ymax], got ${describe(setting)}`);
  }
  return (axes) => {
    for (const [direction, low, high] of [
      ["x", limits[0], limits[1]],
      ["y", limits[2], limits[3]],
    ] as [Direction, number | undefined, number | undefined][]) {
      const { dimension } = axes.axisOf(direction);
      if (low !== undefined || high !== undefined) {
        const { scale, view } = dimension;
        dimension.setView(scale.possible([low ?? view[0], high ?? view[1]], dimension.data().positive));
      }
    }
  };
}
