import type { Paint } from "../color/color";
import { axesRoom } from "../legend/layout";
import type { Artist, Frame, Json } from "../model/artist";
import type { AxesBase } from "../model/axes";
import type { Legend } from "../model/legend";
import { legendLayer } from "./legend";
import { standingOn } from "./theme";

/** A legend of axes, as it is drawn. */
interface DrawnLegend {
  legend: Legend;
  layer: Json;
  /** The parameter that holds which entries are shown; undefined where all always are. */
  toggle: string | undefined;
}

/**
 * The legends of axes, the one that was made last before those that were kept.
 *
 * @param index - The number of the axes, for the names of parameters; undefined where nobody turns entries off.
 */
export function legendsOf(
  axes: AxesBase,
  index: number | undefined,
  frame: Frame,
  upon: Paint,
): DrawnLegend[] {
  const last = axes.currentLegend;
  const drawn = (legend: Legend, name: string): DrawnLegend => {
    const toggle = index === undefined ? undefined : name;
    const layer = legendLayer(legend, { room: axesRoom(axes), frame, upon }, toggle);
    return { legend, toggle, layer: standingOn(layer, legend.style.facecolor ?? upon) };
  };
  const kept = axes.shownLegends.filter((legend) => legend !== last);
  return [
    ...(last?.shown ? [drawn(last, `shown${index}`)] : []),
    ...kept.map((legend, k) => drawn(legend, `shown${index}_${k}`)),
  ];
}

/** What tells whether an artist's entry is off: the parameter, and the number of the entry. */
export function entryOf(
  legends: readonly DrawnLegend[],
  artist: Artist,
): { toggle: string; entry: number } | undefined {
  for (const { legend, toggle } of legends) {
    const entry = legend.entries.findIndex(
      ({ artist: named }) => named === artist || named.parts?.includes(artist),
    );
    if (entry >= 0 && toggle !== undefined) return { toggle, entry };
  }
  return undefined;
}
