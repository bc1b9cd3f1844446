import { display, displaySymbol } from "../../display";
import type { FigureBase } from "../model/figure";
import { displayedBundle } from "../spec/bundle";

/**
 * Displays the figure; it stays open.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.figure.Figure.show.html
 * @example
 * const fig = plt.figure({ figsize: [4, 3] });
 * fig.addSubplot(1, 1, 1).plot([1, 2, 3]);
 * fig.show();
 */
export function show(figure: FigureBase): void {
  display({ [displaySymbol]: () => displayedBundle(figure) });
}
