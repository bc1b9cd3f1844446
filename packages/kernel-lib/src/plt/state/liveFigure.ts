import { currentHost, type RunningCell } from "../../display";
import { newDisplayId } from "../../display/displayId";
import { quiet } from "../../display/quiet";
import { describe, isPlainObject } from "../../array/options";
import type { Axes, Figure } from "../bound/classes";
import { number, scalarOf, type Scalar } from "../options/readers";
import { liveBundle, withPicture } from "../spec/bundle";
import { closeFigure, selectFigure } from "./openFigures";
import { Pace } from "./pace";
import { RunningLines } from "./runningLines";

/** Draws on axes that have been cleared. */
export type Draw = (axes: Axes, figure: Figure) => void;

/** After so many milliseconds without news, a figure gets its picture, whether or not the cell has ended. */
const settling = 2000;

/**
 * A figure that changes while a cell runs. Made by {@link live}.
 *
 * It is drawn as often as the reader can follow and no more, whatever the program does: a drawing that is not yet due
 * is left out, and the last one is made in any case, when the cell ends.
 *
 * @example
 * const live = plt.live();
 * for (let step = 0; step < 100; step++) live.push({ loss: Math.exp(-step / 20) });
 */
export class LiveFigure {
  private readonly pace: Pace;
  private readonly lines: RunningLines;
  private draw?: Draw;
  private changed = false;
  private unfinished = false;
  private cell?: RunningCell;
  private displayId?: string;
  private hooked?: RunningCell;
  private timer?: ReturnType<typeof setTimeout>;

  static {
    quiet(LiveFigure.prototype);
  }

  /**
   * @param figure - The figure.
   * @param axes - Its axes, which are kept, with their labels, scales and limits.
   * @param interval - The least time between drawings, in milliseconds.
   */
  constructor(
    readonly figure: Figure,
    readonly axes: Axes,
    interval: number,
  ) {
    this.pace = new Pace(interval);
    this.lines = new RunningLines(axes);
  }

  /**
   * Adds a point to each of some lines: a loss, and whatever else is measured at the same step.
   *
   * @param values - Numbers, or arrays of one element, by the names of the lines; NaN leaves a gap.
   * @param x - Where. Default: how often something has been added before.
   * @throws TypeError if a value is not a number, before anything is added.
   * @example
   * const live = plt.live();
   * live.push({ loss: 0.7, accuracy: 0.5 });
   */
  push(values: Readonly<Record<string, Scalar>>, x?: Scalar): void {
    if (!isPlainObject(values)) {
      throw new TypeError(`push: expected numbers by name, { loss: 0.7 }, got ${describe(values)}`);
    }
    const read = Object.entries(values).map(([name, value]): [string, number] => {
      const one = scalarOf(value);
      if (typeof one === "number") return [name, one];
      throw new TypeError(`push: expected ${name} to be a number, got ${describe(value)}`);
    });
    this.lines.add(read, x === undefined ? undefined : number()("push", "x", x));
    this.request();
  }

  /**
   * Draws anew, if it is time to: otherwise later, unless something newer comes before.
   *
   * @param draw - Draws on the axes, which have been cleared. Default: what has been drawn stays, as one may have
   *   changed it, and the limits follow.
   * @throws TypeError if `draw` is not a function.
   * @example
   * const live = plt.live();
   * for (let k = 1; k < 20; k++) live.update((ax) => ax.plot([0, k, 2 * k]));
   */
  update(draw?: Draw): void {
    if (draw !== undefined && typeof draw !== "function") {
      throw new TypeError(`update: expected a function that draws, got ${describe(draw)}`);
    }
    this.draw = draw ?? this.draw;
    this.request();
  }

  /**
   * Shows the figure as it is now, with its picture. Needed only where no cell ends: there it comes by itself after
   * two seconds without news.
   *
   * @example
   * const live = plt.live();
   * live.push({ loss: 0.7 });
   * live.show();
   */
  show(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (!this.unfinished) return;
    this.unfinished = false;
    this.refresh();
    this.send(withPicture(this.figure, liveBundle(this.figure, false)));
  }

  private request(): void {
    const host = currentHost();
    if (host.terminal) return;
    this.changed = this.unfinished = true;
    const cell = host.cell?.();
    if (cell !== this.cell) this.displayId = undefined;
    this.cell = cell;
    if (cell && !cell.done && this.hooked !== cell) {
      this.hooked = cell;
      host.atCellEnd?.(() => this.show());
    }
    const { wait } = this.pace;
    if (wait <= 0) this.pass();
    else this.timer ??= setTimeout(() => this.pass(), wait);
  }

  /** Shows the figure in passing. */
  private pass(): void {
    clearTimeout(this.timer);
    const begun = performance.now();
    if (this.changed) {
      this.refresh();
      const bundle = liveBundle(this.figure, true);
      this.send(bundle);
      this.pace.drawn(begun, JSON.stringify(bundle).length);
    }
    this.timer = setTimeout(() => this.show(), settling);
  }

  /** Draws what has been asked for. */
  private refresh(): void {
    if (!this.changed) return;
    this.changed = false;
    const { draw, axes, figure } = this;
    this.draw = undefined;
    if (draw) {
      axes.cla();
      selectFigure(figure);
      try {
        draw(axes, figure);
      } finally {
        closeFigure(figure);
      }
    }
    this.lines.draw();
    axes.autoscaleView();
  }

  private send(bundle: Record<string, unknown>): void {
    const update = this.displayId !== undefined;
    this.displayId ??= newDisplayId("live");
    currentHost().display(bundle, { metadata: {}, displayId: this.displayId, update });
  }
}
