import { describe } from "../../array/options";
import { LineCollection } from "../artists/lineCollection";
import type { AxesBase } from "../model/axes";

/**
 * Draws lines that have been made beforehand.
 *
 * @param collection - The lines. The limits follow them.
 * @returns The lines, which {@link colorbar} takes if they are coloured by values.
 * @throws TypeError for anything else.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.add_collection.html
 * @example
 * plt.gca().addCollection(new plt.LineCollection([[[0, 0], [1, 1]], [[0, 1], [1, 0]]], { colors: ["C0", "C1"] }));
 */
export function addCollection(axes: AxesBase, collection: LineCollection): LineCollection {
  if (!(collection instanceof LineCollection)) {
    throw new TypeError(
      `addCollection: expected lines such as new plt.LineCollection([[[0, 0], [1, 1]]]), got ${describe(collection)}`,
    );
  }
  axes.add([collection]);
  return collection;
}
