import type { FigureBase } from "../model/figure";

/**
 * Sets the size in inches.
 *
 * @param size - Width and height: two numbers, or a pair.
 * @throws TypeError for anything but two numbers above 0 and below 1000.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.figure.Figure.set_size_inches.html
 * @example
 * plt.gcf().setSizeInches(8, 3);
 */
export function setSizeInches(
  figure: FigureBase,
  ...size: [width: number, height: number] | [size: readonly [number, number]]
): void {
  const [width, height] = size.length === 1 ? size[0] : size;
  if (!(width > 0 && height > 0 && width < 1000 && height < 1000)) {
    throw new TypeError(`setSizeInches: expected a width and a height in inches, got ${width} and ${height}`);
  }
  figure.size = [width, height];
}
