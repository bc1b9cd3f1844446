import { describe, isPlainObject, type Spelled } from "../../array/options";
import type { Axes } from "../bound/classes";
import { readNumbers, type Data } from "../data";
import { legend as figureLegend } from "../figureOnly/legend";
import { hist } from "../kinds/hist";
import { scatter } from "../kinds/scatter";
import { readCells } from "../layout/gridArguments";
import { spread } from "../layout/subplotArguments";
import { option, readTable, type OptionsOf } from "../options/option";
import { choice, flag, given, number, share } from "../options/readers";
import { xlabel, ylabel } from "../settings/labels";
import { newFigure } from "../state/newFigure";

const pairOptions = {
  /** The columns that are drawn, in order. Default: all that hold numbers. */
  vars: option(given<readonly string[]>()),
  /** A column by whose values the points are coloured. */
  hue: option(given<string>()),
  /** What stands on the diagonal. Default: "hist". */
  diagKind: option(choice("hist", "none"), { default: "hist" }),
  /** Whether a density is drawn over the bars of the diagonal. Default: false. */
  kde: option(flag, { default: false }),
  /** How many bins the bars have. Default: 10. */
  bins: option(number(1), { default: 10 }),
  /** Side of each of the axes in inches. Default: 2.5. */
  height: option(number(0.5, 20), { default: 2.5 }),
  /** Area of the points in square points. Default: 16. */
  s: option(number(0), { default: 16 }),
  /** Opacity of the points from 0 to 1. Default: 1. */
  alpha: option(share),
};

/** Options of {@link pairplot}. */
export type PairplotOptions = OptionsOf<typeof pairOptions>;

/** Columns by name, or a list of records. */
export type PairplotData = Readonly<Record<string, Data>> | readonly Readonly<Record<string, unknown>>[];

/** So many columns fit into a figure. */
const mostColumns = 12;

/** The columns by name, whatever they hold. */
function columnsOf(data: PairplotData): Record<string, unknown> {
  if (isPlainObject(data)) return data;
  if (!Array.isArray(data) || data.length === 0 || !data.every(isPlainObject)) {
    throw new TypeError(`pairplot: expected columns by name or a list of records, got ${describe(data)}`);
  }
  const records = data as Record<string, unknown>[];
  return Object.fromEntries(Object.keys(records[0]).map((name) => [name, records.map((one) => one[name])]));
}

const isNumeric = (column: unknown): boolean =>
  !Array.isArray(column) || column.every((value) => typeof value === "number" || value === null);

/** The rows of each group, by what they have in the column of hues. */
function groupsOf(hue: unknown, rows: number): [name: string, rows: number[]][] {
  const all = Array.from({ length: rows }, (_, row) => row);
  if (hue === undefined) return [["", all]];
  const names = Array.from(hue as ArrayLike<unknown>, String);
  return [...new Set(names)].map((name) => [name, all.filter((row) => names[row] === name)]);
}

/**
 * Opens a figure in which every column is drawn against every other, and, on the diagonal, how its values are spread.
 *
 * @param data - Columns by name, or a list of records.
 * @param options - `vars`, `hue`, `diagKind`, `kde` and so on.
 * @returns The axes, row by row.
 * @throws TypeError for invalid data, or an unknown option; RangeError for a column that is not there, for columns that
 *   differ in length, or for more than twelve.
 * @see https://seaborn.pydata.org/generated/seaborn.pairplot.html
 * @example
 * plt.pairplot({ length: [1, 2, 3, 4], width: [2, 1, 4, 3], kind: ["a", "b", "a", "b"] }, { hue: "kind" });
 */
export function pairplot(data: PairplotData, options?: Spelled<PairplotOptions>): Axes[][] {
  const columns = columnsOf(data);
  const read = readTable("pairplot", options, pairOptions);
  const { hue, kde } = read;
  const numeric = Object.keys(columns).filter((name) => name !== hue && isNumeric(columns[name]));
  const names = read.vars ?? numeric;
  for (const name of hue === undefined ? names : [...names, hue]) {
    if (!Object.hasOwn(columns, name)) {
      throw new RangeError(
        `pairplot: expected one of ${Object.keys(columns).join(", ")}, got ${describe(name)}`,
      );
    }
  }
  if (names.length === 0 || names.length > mostColumns) {
    throw new RangeError(`pairplot: expected 1 to ${mostColumns} columns of numbers, got ${names.length}`);
  }
  const values = names.map((name) => readNumbers("pairplot", name, columns[name]));
  const count = values[0].length;
  const hues = hue === undefined ? undefined : Array.from(columns[hue] as ArrayLike<unknown>);
  if (values.some(({ length }) => length !== count) || (hues && hues.length !== count)) {
    throw new RangeError(
      `pairplot: expected columns of equal length, got ${values.map(({ length }) => length)}`,
    );
  }
  const groups = groupsOf(hues, count);
  const side = read.height * names.length;
  const figure = newFigure("pairplot", { figsize: [side + (hues ? 1 : 0), side] });
  const grid = readCells("pairplot", names.length, names.length, { wspace: 0.1, hspace: 0.1 });
  const axes = spread("pairplot", figure, grid, { sharex: "col", sharey: "row" });
  const pick = (column: Float64Array, rows: readonly number[]) => rows.map((row) => column[row]);
  axes.forEach((row, i) => {
    row.forEach((each, j) => {
      if (i === j && read.diagKind === "none") return;
      const place = i === j ? each.twin("x") : each;
      if (i === j) place.yaxis.visible = false;
      if (i === j) {
        const sets = groups.map(([, rows]) => pick(values[j], rows));
        const low = Math.min(...values[j]);
        const high = Math.max(...values[j]);
        for (const set of sets) {
          hist(place, set, {
            bins: read.bins,
            range: [low, high],
            kde,
            ...(sets.length > 1 && !kde && { alpha: 0.5 }),
          });
        }
      } else {
        for (const [name, rows] of groups) {
          const label = i === 1 && j === 0 ? name : "";
          const looks = { s: read.s, label, ...(read.alpha !== undefined && { alpha: read.alpha }) };
          scatter(each, pick(values[j], rows), pick(values[i], rows), looks);
        }
      }
    });
    ylabel(row[0], names[i]);
    xlabel(axes[names.length - 1][i], names[i]);
  });
  if (hues && names.length > 1) {
    figure.adjust({ ...figure.params, right: 0.9 * (side / (side + 1)) + 0.02 });
    figureLegend(figure, { loc: "center right", title: hue });
  }
  return axes as Axes[][];
}
