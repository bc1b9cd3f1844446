import { describe } from "../../array/options";
import type { Artist } from "../model/artist";
import type { AxesBase } from "../model/axes";
import { Legend } from "../model/legend";

const isArtist = (value: unknown): value is Artist =>
  typeof value === "object" && value !== null && typeof (value as Partial<Artist>).layers === "function";

/**
 * Draws what has been made beforehand, or keeps a legend where another one is made.
 *
 * @param artist - A shape, a line or lines, which the limits do not follow, unlike those of {@link addPatch},
 *   {@link addLine} and {@link addCollection}; or a legend of these axes, which the next one then does not replace.
 * @returns The same.
 * @throws TypeError for anything else; Error for what is on axes already, and for a legend of others.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.add_artist.html
 * @example
 * const [fig, ax] = plt.subplots();
 * const [up] = ax.plot([1, 2, 3], { label: "up" });
 * const [down] = ax.plot([3, 2, 1], { label: "down" });
 * const first = ax.legend({ handles: [up], loc: "upper center" });
 * ax.addArtist(first);
 * ax.legend({ handles: [down], loc: "lower center" });
 */
export function addArtist(axes: AxesBase, artist: Legend | Artist): Legend | Artist {
  if (artist instanceof Legend) {
    if (artist.owner !== axes) throw new Error("addArtist: expected a legend of these axes, got another's");
    if (!axes.keptLegends.includes(artist)) axes.keptLegends.push(artist);
    return artist;
  }
  if (!isArtist(artist)) {
    throw new TypeError(
      `addArtist: expected a legend, or something to draw such as new plt.Circle([0, 0], 1), got ${describe(artist)}`,
    );
  }
  if (artist.owner) throw new Error("addArtist: expected something that is on no axes yet");
  artist.aside = true;
  axes.add([artist], []);
  return artist;
}
