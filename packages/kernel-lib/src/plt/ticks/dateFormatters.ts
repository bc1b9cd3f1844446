import type { Interval } from "../model/scale";
import { text } from "../options/readers";
import { written } from "./calendar";
import { dateLabels } from "./dates";
import { Formatter, type WriteTick } from "./formatters";
import { readLocator, type Locator } from "./locators";

/**
 * Writes dates by a format of Python's strftime, in UTC: "%Y-%m-%d", "%b %d", "%H:%M" and so on.
 *
 * @see https://matplotlib.org/stable/api/dates_api.html#matplotlib.dates.DateFormatter
 * @example
 * plt.plot([new Date("2024-01-01"), new Date("2025-01-01")], [1, 2]);
 * plt.gca().xaxis.setMajorFormatter(new plt.DateFormatter("%b %Y"));
 */
export class DateFormatter extends Formatter {
  readonly write: WriteTick;

  constructor(fmt: string) {
    super();
    const format = text("DateFormatter", "fmt", fmt);
    this.write = (value) => written(value, format);
  }
}

/** Writes all dates of an axis at once. */
const atOnce = (locator: Locator, concise: boolean): WriteTick => {
  const all = (ticks: readonly number[], view: Interval) =>
    dateLabels(
      { ticks: [...ticks], unit: locator.unitWithin(view) },
      { concise, inverted: view[0] > view[1] },
    );
  return Object.assign((value: number, _: number, view: Interval) => all([value], view).labels[0], { all });
};

/**
 * Writes dates in as few letters as tell them apart, and what all have in common once at the end of the axis.
 *
 * @see https://matplotlib.org/stable/api/dates_api.html#matplotlib.dates.ConciseDateFormatter
 * @example
 * plt.plot([new Date("2024-01-01"), new Date("2025-01-01")], [1, 2]);
 * const { xaxis } = plt.gca();
 * xaxis.setMajorFormatter(new plt.ConciseDateFormatter(xaxis.getMajorLocator()));
 */
export class ConciseDateFormatter extends Formatter {
  readonly write: WriteTick;

  constructor(locator: Locator) {
    super();
    this.write = atOnce(readLocator("ConciseDateFormatter", locator), true);
  }
}

/**
 * Writes dates in full, as far as the unit of their ticks goes.
 *
 * @see https://matplotlib.org/stable/api/dates_api.html#matplotlib.dates.AutoDateFormatter
 * @example
 * plt.plot([new Date("2024-01-01"), new Date("2025-01-01")], [1, 2]);
 * const { xaxis } = plt.gca();
 * xaxis.setMajorFormatter(new plt.AutoDateFormatter(xaxis.getMajorLocator()));
 */
export class AutoDateFormatter extends Formatter {
  readonly write: WriteTick;

  constructor(locator: Locator) {
    super();
    this.write = atOnce(readLocator("AutoDateFormatter", locator), false);
  }
}
