import type { Spelled } from "../../array/options";
import { readSuptitle, type SuptitleOptions } from "../layout/suptitle";
import type { Panel } from "../model/panel";

/**
 * Writes a title over the whole figure.
 *
 * @param text - The text; what is between dollar signs is read as mathtext.
 * @param options - Place and look.
 * @throws TypeError for an unknown option, or a value that does not fit.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.suptitle.html
 * @example
 * plt.subplots(1, 2);
 * plt.suptitle("Both");
 */
export function suptitle(figure: Panel, text: string, options?: Spelled<SuptitleOptions>): void {
  figure.title = readSuptitle(text, options);
}
