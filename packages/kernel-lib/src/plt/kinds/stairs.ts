import { describe, type Spelled } from "../../array/options";
import { noPaint } from "../artists/paints";
import { StepPatch } from "../artists/stepPatch";
import { counting, readNumbers, type Data } from "../data";
import type { AxesBase } from "../model/axes";
import { optionsAfter } from "../options/arguments";
import { edgeLook, faded, filledOptions } from "../options/looks";
import { option, readTable, type OptionsOf } from "../options/option";
import { choice, flag, given, number } from "../options/readers";
import { rcParams } from "../rcParams";

const stairsOptions = {
  ...filledOptions,
  /** Where one value ends and the next begins, one more than there are values. Default: 0, 1, 2, … */
  edges: option(given<Data>()),
  /** Default: "vertical". */
  orientation: option(choice("vertical", "horizontal"), { default: "vertical" }),
  /** Where the stairs end. Default: 0. */
  baseline: option(number(), { default: 0 }),
  /** Whether they are filled. Default: false. */
  fill: option(flag, { default: false }),
  /** Width of the edge in points. Default: 1, or none where they are filled. Short: `lw`. */
  linewidth: option(number(0), { aliases: ["lw"] }),
};

/** Options of {@link stairs}. */
export type StairsOptions = OptionsOf<typeof stairsOptions>;

/** What {@link stairs} takes after the values: the edges, if wanted, and options. */
export type StairsArguments =
  [edges: Data, options?: Spelled<StairsOptions>] | [options?: Spelled<StairsOptions>];

/**
 * Draws values as stairs between edges, such as counts that have been computed before.
 *
 * @param values - The heights of the stairs.
 * @param args - The edges, if wanted; then options: `fill`, `baseline`, `orientation`, colours and so on.
 * @returns The stairs.
 * @throws RangeError if there is not one edge more than there are values; TypeError for an unknown option, or a value
 *   that does not fit.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.stairs.html
 * @example
 * plt.stairs([1, 3, 2], [0, 1, 2, 4], { fill: true });
 */
export function stairs(axes: AxesBase, values: Data, ...args: StairsArguments): StepPatch {
  const tops = [...readNumbers("stairs", "values", values)];
  const read = readTable("stairs", optionsAfter("stairs", ["edges"], args), stairsOptions);
  const edges =
    read.edges === undefined ? counting(tops.length + 1) : readNumbers("stairs", "edges", read.edges);
  if (edges.length !== tops.length + 1) {
    throw new RangeError(`stairs: expected ${tops.length + 1} edges, got ${describe(read.edges)}`);
  }
  const own = read.color ?? axes.nextColor("lines");
  const style = {
    face: [read.fill ? faded(read.facecolor ?? own, read.alpha) : noPaint],
    edge: [faded(read.edgecolor ?? (read.fill ? noPaint : own), read.alpha)],
    ...edgeLook({ ...read, linewidth: read.linewidth ?? (read.fill ? 0 : rcParams["patch.linewidth"]) }),
  };
  const base = tops.map(() => read.baseline);
  const footed = read.orientation === "vertical" ? "y" : "x";
  const drawn = new StepPatch([...edges], tops, base, footed, style, read.label);
  drawn.zorder = read.zorder;
  axes.add([drawn]);
  return drawn;
}
