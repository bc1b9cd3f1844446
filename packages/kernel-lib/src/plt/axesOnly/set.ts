import { describe, isPlainObject, unknownOption } from "../../array/options";
import type { Color } from "../color/color";
import * as settings from "../settings";
import { setAspect, setFacecolor } from "../axesOnly/looks";
import { setXticklabels, setYticklabels } from "../axesOnly/tickLabels";
import type { AxesBase } from "../model/axes";

/** What `set` can set: the first argument of each setting, by its name. */
export type AxesSettings = { [K in keyof typeof settings]?: Parameters<(typeof settings)[K]>[1] } & {
  aspect?: "equal" | "auto" | number;
  facecolor?: Color;
  xticklabels?: readonly string[];
  yticklabels?: readonly string[];
};

/**
 * Sets several things at once: `title`, `xlabel`, `xlim`, `xticks`, `xscale`, `aspect` and so on.
 *
 * @param values - What to set, by name.
 * @throws TypeError for an unknown name.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.set.html
 * @example
 * plt.gca().set({ title: "loss", xlabel: "epoch", ylim: [0, 1] });
 */
export function set(axes: AxesBase, values: AxesSettings): void {
  const setters: Record<string, (axes: AxesBase, value: never) => unknown> = {
    ...settings,
    aspect: setAspect,
    facecolor: setFacecolor,
    xticklabels: setXticklabels,
    yticklabels: setYticklabels,
  };
  if (!isPlainObject(values)) throw new TypeError(`set: expected settings by name, got ${describe(values)}`);
  for (const name of Object.keys(values)) {
    if (!Object.hasOwn(setters, name)) throw unknownOption("set", name, Object.keys(setters));
  }
  // Ticks widen limits and so come before them; labels of ticks come after these.
  const order = ["xscale", "yscale", "xticks", "yticks", "xticklabels", "yticklabels", "xlim", "ylim"];
  const names = Object.keys(values).sort((a, b) => order.indexOf(a) - order.indexOf(b));
  for (const name of names) setters[name](axes, (values as Record<string, unknown>)[name] as never);
}
