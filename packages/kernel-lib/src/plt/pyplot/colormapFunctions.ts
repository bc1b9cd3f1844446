import { setCmap } from "./mappable";

/**
 * Uses the colormap "autumn" for what was last drawn by value, and for all that follows.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.autumn.html
 * @example
 * plt.imshow([[0, 1], [2, 3]]);
 * plt.autumn();
 */
export function autumn(): void {
  setCmap("autumn");
}

/**
 * Uses the colormap "bone" for what was last drawn by value, and for all that follows.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.bone.html
 * @example
 * plt.imshow([[0, 1], [2, 3]]);
 * plt.bone();
 */
export function bone(): void {
  setCmap("bone");
}

/**
 * Uses the colormap "cool" for what was last drawn by value, and for all that follows.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.cool.html
 * @example
 * plt.imshow([[0, 1], [2, 3]]);
 * plt.cool();
 */
export function cool(): void {
  setCmap("cool");
}

/**
 * Uses the colormap "copper" for what was last drawn by value, and for all that follows.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.copper.html
 * @example
 * plt.imshow([[0, 1], [2, 3]]);
 * plt.copper();
 */
export function copper(): void {
  setCmap("copper");
}

/**
 * Uses the colormap "gray" for what was last drawn by value, and for all that follows.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.gray.html
 * @example
 * plt.imshow([[0, 1], [2, 3]]);
 * plt.gray();
 */
export function gray(): void {
  setCmap("gray");
}

/**
 * Uses the colormap "hot" for what was last drawn by value, and for all that follows.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.hot.html
 * @example
 * plt.imshow([[0, 1], [2, 3]]);
 * plt.hot();
 */
export function hot(): void {
  setCmap("hot");
}

/**
 * Uses the colormap "hsv" for what was last drawn by value, and for all that follows.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.hsv.html
 * @example
 * plt.imshow([[0, 1], [2, 3]]);
 * plt.hsv();
 */
export function hsv(): void {
  setCmap("hsv");
}

/**
 * Uses the colormap "inferno" for what was last drawn by value, and for all that follows.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.inferno.html
 * @example
 * plt.imshow([[0, 1], [2, 3]]);
 * plt.inferno();
 */
export function inferno(): void {
  setCmap("inferno");
}

/**
 * Uses the colormap "jet" for what was last drawn by value, and for all that follows.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.jet.html
 * @example
 * plt.imshow([[0, 1], [2, 3]]);
 * plt.jet();
 */
export function jet(): void {
  setCmap("jet");
}

/**
 * Uses the colormap "magma" for what was last drawn by value, and for all that follows.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.magma.html
 * @example
 * plt.imshow([[0, 1], [2, 3]]);
 * plt.magma();
 */
export function magma(): void {
  setCmap("magma");
}

/**
 * Uses the colormap "nipy_spectral" for what was last drawn by value, and for all that follows.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.nipy_spectral.html
 * @example
 * plt.imshow([[0, 1], [2, 3]]);
 * plt.nipySpectral();
 */
export function nipySpectral(): void {
  setCmap("nipy_spectral");
}

/**
 * Uses the colormap "pink" for what was last drawn by value, and for all that follows.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.pink.html
 * @example
 * plt.imshow([[0, 1], [2, 3]]);
 * plt.pink();
 */
export function pink(): void {
  setCmap("pink");
}

/**
 * Uses the colormap "plasma" for what was last drawn by value, and for all that follows.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.plasma.html
 * @example
 * plt.imshow([[0, 1], [2, 3]]);
 * plt.plasma();
 */
export function plasma(): void {
  setCmap("plasma");
}

/**
 * Uses the colormap "spring" for what was last drawn by value, and for all that follows.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.spring.html
 * @example
 * plt.imshow([[0, 1], [2, 3]]);
 * plt.spring();
 */
export function spring(): void {
  setCmap("spring");
}

/**
 * Uses the colormap "summer" for what was last drawn by value, and for all that follows.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.summer.html
 * @example
 * plt.imshow([[0, 1], [2, 3]]);
 * plt.summer();
 */
export function summer(): void {
  setCmap("summer");
}

/**
 * Uses the colormap "viridis" for what was last drawn by value, and for all that follows.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.viridis.html
 * @example
 * plt.imshow([[0, 1], [2, 3]]);
 * plt.viridis();
 */
export function viridis(): void {
  setCmap("viridis");
}

/**
 * Uses the colormap "winter" for what was last drawn by value, and for all that follows.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.winter.html
 * @example
 * plt.imshow([[0, 1], [2, 3]]);
 * plt.winter();
 */
export function winter(): void {
  setCmap("winter");
}
