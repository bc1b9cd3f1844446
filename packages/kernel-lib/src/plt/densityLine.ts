import { Line2D } from "./artists/line";
import type { Paint } from "./color/color";
import { gaussianDensity } from "./density";
import { lineOptions, lineStyle } from "./options/line";
import type { Direction } from "./model/artist";
import { readTable } from "./options/option";

/** At how many points a density is computed. */
const points = 200;

/** How a density is drawn. */
interface DensityLook {
  /** The direction that values lie along. */
  along: Direction;
  /** The area below the line. */
  area: number;
  /** Where it stands. */
  foot: number;
  color: Paint;
}

/** The density of values as a line from the least to the greatest of them; nothing if they are all the same. */
export function densityLine(values: Float64Array, { along, area, foot, color }: DensityLook): Line2D[] {
  const finite = values.filter(Number.isFinite);
  const [low, high] = finite.reduce(
    ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
    [Infinity, -Infinity],
  );
  if (!(high > low)) return [];
  const density = gaussianDensity(finite);
  const places = Float64Array.from({ length: points }, (_, i) => low + (i * (high - low)) / (points - 1));
  const heights = places.map((place) => foot + area * density(place));
  const [x, y] = along === "x" ? [places, heights] : [heights, places];
  const style = lineStyle("hist", readTable("hist", {}, lineOptions));
  return [new Line2D(x, y, { ...style, color }, "_nolegend_")];
}
