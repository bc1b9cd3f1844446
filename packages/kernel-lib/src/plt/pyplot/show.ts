import { showOpenFigures } from "../state/showing";

/**
 * Displays all open figures in the order they were made, and closes them.
 *
 * Not needed in a notebook: what a cell has drawn appears at its end.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.show.html
 * @example
 * plt.plot([1, 2, 3]);
 * plt.show();
 */
export function show(): void {
  showOpenFigures();
}
