import type { Spelled } from "../../array/options";
import { closeFigure } from "../state/openFigures";
import { LiveFigure, type Draw } from "../state/liveFigure";
import { figureOptions, figureOptionsAmong, newFigure } from "../state/newFigure";
import { option, readTable, type OptionsOf } from "../options/option";
import { notNegative } from "../options/readers";

export type { Draw, LiveFigure };

const liveOptions = {
  ...figureOptions,
  /** The least time between drawings, in milliseconds. Default: 40. */
  interval: option(notNegative, { default: 40 }),
};

/** Options of {@link live}: those of {@link figure}, and how often to draw. */
export type LiveOptions = OptionsOf<typeof liveOptions>;

/**
 * Makes a figure that changes while a cell runs, such as the loss during training. The drawings follow each other in
 * one place; the notebook keeps the last, with its picture.
 *
 * Drawing never takes more than a thirteenth of the time. A drawing that comes too early is left out; the last one is
 * made in any case, when the cell ends.
 *
 * @param options - Those of {@link figure}, and `interval`.
 * @returns The figure: {@link LiveFigure.push} adds points to lines, {@link LiveFigure.update} draws anything.
 * @throws TypeError for an unknown option, or one that does not fit.
 * @see https://matplotlib.org/stable/users/explain/animations/blitting.html
 * @example
 * const live = plt.live({ figsize: [6, 3] });
 * live.axes.setYscale("log");
 * for (let step = 0; step < 100; step++) live.push({ loss: Math.exp(-step / 20) });
 */
export function live(options?: Spelled<LiveOptions>): LiveFigure {
  const { interval } = readTable("live", options, liveOptions);
  const figure = newFigure("live", figureOptionsAmong(options));
  closeFigure(figure);
  return new LiveFigure(figure, figure.addSubplot(1, 1, 1), interval);
}
