import { setCmap } from "./mappable";

/** A function that makes a colormap the one in use. */
const using = (name: string) => (): void => setCmap(name);

/**
 * Uses the colormap "autumn" for what was last drawn by value, and for all that follows.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.autumn.html
 * @example
 * plt.imshow([[0, 1], [2, 3]]);
 * plt.autumn();
 */
export const autumn = using("autumn");

/**
 * Uses the colormap "bone" for what was last drawn by value, and for all that follows.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.bone.html
 * @example
 * plt.imshow([[0, 1], [2, 3]]);
 * plt.bone();
 */
export const bone = using("bone");

/**
 * Uses the colormap "cool" for what was last drawn by value, and for all that follows.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.cool.html
 * @example
 * plt.imshow([[0, 1], [2, 3]]);
 * plt.cool();
 */
export const cool = using("cool");

/**
 * Uses the colormap "copper" for what was last drawn by value, and for all that follows.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.copper.html
 * @example
 * plt.imshow([[0, 1], [2, 3]]);
 * plt.copper();
 */
export const copper = using("copper");

/**
 * Uses the colormap "gray" for what was last drawn by value, and for all that follows.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.gray.html
 * @example
 * plt.imshow([[0, 1], [2, 3]]);
 * plt.gray();
 */
export const gray = using("gray");

/**
 * Uses the colormap "hot" for what was last drawn by value, and for all that follows.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.hot.html
 * @example
 * plt.imshow([[0, 1], [2, 3]]);
 * plt.hot();
 */
export const hot = using("hot");

/**
 * Uses the colormap "hsv" for what was last drawn by value, and for all that follows.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.hsv.html
 * @example
 * plt.imshow([[0, 1], [2, 3]]);
 * plt.hsv();
 */
export const hsv = using("hsv");

/**
 * Uses the colormap "inferno" for what was last drawn by value, and for all that follows.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.inferno.html
 * @example
 * plt.imshow([[0, 1], [2, 3]]);
 * plt.inferno();
 */
export const inferno = using("inferno");

/**
 * Uses the colormap "jet" for what was last drawn by value, and for all that follows.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.jet.html
 * @example
 * plt.imshow([[0, 1], [2, 3]]);
 * plt.jet();
 */
export const jet = using("jet");

/**
 * Uses the colormap "magma" for what was last drawn by value, and for all that follows.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.magma.html
 * @example
 * plt.imshow([[0, 1], [2, 3]]);
 * plt.magma();
 */
export const magma = using("magma");

/**
 * Uses the colormap "nipy_spectral" for what was last drawn by value, and for all that follows.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.nipy_spectral.html
 * @example
 * plt.imshow([[0, 1], [2, 3]]);
 * plt.nipySpectral();
 */
export const nipySpectral = using("nipy_spectral");

/**
 * Uses the colormap "pink" for what was last drawn by value, and for all that follows.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.pink.html
 * @example
 * plt.imshow([[0, 1], [2, 3]]);
 * plt.pink();
 */
export const pink = using("pink");

/**
 * Uses the colormap "plasma" for what was last drawn by value, and for all that follows.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.plasma.html
 * @example
 * plt.imshow([[0, 1], [2, 3]]);
 * plt.plasma();
 */
export const plasma = using("plasma");

/**
 * Uses the colormap "spring" for what was last drawn by value, and for all that follows.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.spring.html
 * @example
 * plt.imshow([[0, 1], [2, 3]]);
 * plt.spring();
 */
export const spring = using("spring");

/**
 * Uses the colormap "summer" for what was last drawn by value, and for all that follows.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.summer.html
 * @example
 * plt.imshow([[0, 1], [2, 3]]);
 * plt.summer();
 */
export const summer = using("summer");

/**
 * Uses the colormap "viridis" for what was last drawn by value, and for all that follows.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.viridis.html
 * @example
 * plt.imshow([[0, 1], [2, 3]]);
 * plt.viridis();
 */
export const viridis = using("viridis");

/**
 * Uses the colormap "winter" for what was last drawn by value, and for all that follows.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.winter.html
 * @example
 * plt.imshow([[0, 1], [2, 3]]);
 * plt.winter();
 */
export const winter = using("winter");
