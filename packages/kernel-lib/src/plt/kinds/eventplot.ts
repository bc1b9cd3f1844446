import { describe, type Spelled } from "../../array/options";
import { EventCollection } from "../artists/events";
import { readNumbers, readSeries, type Data } from "../data";
import type { Direction } from "../model/artist";
import type { AxesBase } from "../model/axes";
import { colors, faded, label, linestyle } from "../options/looks";
import { option, readTable, type OptionsOf } from "../options/option";
import { choice, given, number, share } from "../options/readers";

const eventOptions = {
  /** Whether events lie side by side or over each other. Default: "horizontal". */
  orientation: option(choice("horizontal", "vertical"), { default: "horizontal" }),
  /** Where the rows lie, or how far from one another. Default: 1. */
  lineoffsets: option(given<Data>(), { default: 1 }),
  /** How long the lines are, or one length a row. Default: 1. */
  linelengths: option(given<Data>(), { default: 1 }),
  /** Width in points, or one a row. Default: 1.5. */
  linewidths: option(given<Data>(), { rc: "lines.linewidth", aliases: ["linewidth", "lw"] }),
  /** A colour, or one a row. Default: the first of the cycle. */
  colors: option(colors, { default: "C0", aliases: ["color", "c"] }),
  /** Opacity from 0 to 1. */
  alpha: option(share),
  /** "-", "--", "-." or ":". Default: "-". */
  linestyles: option(linestyle, { default: "-", aliases: ["linestyle", "ls"] }),
  /** Name in the legend. */
  label: option(label, { default: "" }),
  /** Those with a higher one are drawn over those with a lower one. Default: 2. */
  zorder: option(number(), { default: 2 }),
};

/** Options of {@link eventplot}. */
export type EventOptions = OptionsOf<typeof eventOptions>;

/**
 * Draws a line for every event, in one row or in several.
 *
 * @param positions - When the events are, or a list of them for every row.
 * @param options - `lineoffsets`, `linelengths`, `colors`, `orientation` and so on.
 * @returns The lines, one group a row.
 * @throws RangeError if there are not as many offsets, lengths or widths as rows; TypeError for an unknown option.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.eventplot.html
 * @example
 * plt.eventplot([[1, 2, 5], [0.5, 3]], { colors: ["C0", "C1"], linelengths: 0.8 });
 */
export function eventplot(
  axes: AxesBase,
  positions: Data | readonly Data[],
  options?: Spelled<EventOptions>,
): EventCollection[] {
  const nested =
    Array.isArray(positions) && positions.length > 0 && positions.every((row) => typeof row === "object");
  const rows = nested
    ? (positions as unknown[]).map((row, k) => readNumbers("eventplot", `positions[${k}]`, row))
    : [...readSeries("eventplot", "positions", positions).columns];
  const read = readTable("eventplot", options, eventOptions);
  const each = (name: "linelengths" | "linewidths" | "lineoffsets") => {
    const values = readNumbers("eventplot", name, read[name]);
    if (values.length === rows.length) return values;
    if (values.length === 1) return new Float64Array(rows.length).fill(values[0]);
    throw new RangeError(
      `eventplot: expected ${name} to be ${rows.length} numbers, got ${describe(read[name])}`,
    );
  };
  const [lengths, widths] = [each("linelengths"), each("linewidths")];
  const steps = each("lineoffsets");
  const apart = rows.length > 1 && readNumbers("eventplot", "lineoffsets", read.lineoffsets).length === 1;
  const offsets = apart ? steps.map((step, k) => k * step) : steps;
  const along: Direction = read.orientation === "horizontal" ? "x" : "y";
  const reach: [number, number] = [
    Math.min(...offsets.map((offset, k) => offset - lengths[k])),
    Math.max(...offsets.map((offset, k) => offset + lengths[k])),
  ];
  const drawn = rows.map((row, k) => {
    const style = {
      color: [faded(read.colors[k % read.colors.length], read.alpha)],
      linestyle: read.linestyles,
      linewidth: widths[k],
    };
    const events = new EventCollection(
      { along, events: row, offset: offsets[k], length: lengths[k], reach },
      style,
      read.label,
    );
    events.zorder = read.zorder;
    return events;
  });
  axes.add(drawn);
  return drawn;
}
