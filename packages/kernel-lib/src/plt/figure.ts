import { addPythonNames } from "./pythonNames";
import { readOptions, type Spelled } from "../array/options";
import { display, displaySymbol, type MimeBundle } from "../display";
import { defaultPaint, type Paint } from "./color/color";
import type { Mappable } from "./color/mapping";
import { Axes } from "./axes";
import { addColorbar, type Colorbar, type ColorbarOptions } from "./colorbar";
import type { Dimension } from "./dimension";
import { cellsBox, defaultSubplotParams, type Box, type Cells, type SubplotParams } from "./layout/gridSpec";
import {
  checkParams,
  readBox,
  readCells,
  readParams,
  readSubplot,
  sameCells,
  spread,
  type Share,
  type SubplotRead,
} from "./layout/subplotArguments";
import { noTitle, readSuptitle, type Suptitle, type SuptitleOptions } from "./layout/suptitle";
import { tightParams, type TightOptions } from "./layout/tight";
import type { Legend } from "./legend/legend";
import { readLegend, type LegendArguments } from "./legend/read";
import { attachMethods } from "./methods";
import type { SubplotArguments } from "./pyplot/subplots";
import { saveFigure, type SaveOptions } from "./saving";
import { bundleOf } from "./spec/bundle";

/**
 * What is drawn together: one or more axes, and their common title.
 *
 * Made by {@link figure}, {@link subplots} or the first thing drawn.
 *
 * @see https://matplotlib.org/stable/api/figure_api.html
 * @example
 * const fig = plt.figure({ figsize: [4, 3] });
 * fig.addSubplot(1, 1, 1).plot([1, 2, 3]);
 */
export class Figure {
  readonly axes: Axes[] = [];
  /** Place among the open figures. */
  readonly number: number;
  /** Size in inches. */
  size: readonly [width: number, height: number];
  dpi: number;
  facecolor: Paint = defaultPaint("figure.facecolor");
  title: Suptitle = noTitle;
  currentLegend?: Legend;
  params: SubplotParams = defaultSubplotParams();
  current?: Axes;
  /** Whether the layout is to be fitted to the labels as the figure is shown. */
  tight = false;
  /** Whether it has been displayed by itself, as the value of a cell. */
  shown = false;

  /** The same as {@link addSubplot}. */
  declare add_subplot: Figure["addSubplot"];
  /** The same as {@link addAxes}. */
  declare add_axes: Figure["addAxes"];
  /** The same as {@link subplotsAdjust}. */
  declare subplots_adjust: Figure["subplotsAdjust"];
  /** The same as {@link tightLayout}. */
  declare tight_layout: Figure["tightLayout"];
  /** The same as {@link setSizeInches}. */
  declare set_size_inches: Figure["setSizeInches"];

  constructor(number: number, size: readonly [number, number], dpi: number) {
    this.number = number;
    this.size = size;
    this.dpi = dpi;
  }

  /** Pixels to a point. */
  get pt(): number {
    return this.dpi / 72;
  }

  pixelSize(): { width: number; height: number } {
    return { width: this.size[0] * this.dpi, height: this.size[1] * this.dpi };
  }

  /** Adds axes in cells of a grid, or at a place, and makes them the current ones. */
  makeAxes(place: { cells: Cells } | { box: Box }, shared: { x?: Dimension; y?: Dimension } = {}): Axes {
    attachMethods();
    const box = "cells" in place ? cellsBox(place.cells, this.params) : place.box;
    const axes = new Axes(this, box, shared);
    if ("cells" in place) axes.cells = place.cells;
    this.axes.push(axes);
    this.current = axes;
    return axes;
  }

  /** Makes the axes that {@link subplot} names the current ones; they are added if there are none. */
  selectSubplot({ cells, shared }: SubplotRead): Axes {
    const there = this.axes.find((axes) => axes.host === undefined && sameCells(axes.cells, cells));
    this.current = there ?? this.makeAxes({ cells }, shared);
    return this.current;
  }

  /**
   * Adds axes at a place of a grid.
   *
   * @param args - As for {@link subplot}: rows, columns and the place, or one number such as 121; then options.
   * @returns The axes.
   * @example
   * const ax = plt.figure().addSubplot(2, 2, 3);
   */
  addSubplot(...args: SubplotArguments): Axes {
    const { cells, shared } = readSubplot("addSubplot", args);
    return this.makeAxes({ cells }, shared);
  }

  /**
   * Adds axes at a place of the figure.
   *
   * @param box - Left, bottom, width and height, as shares of the figure.
   * @returns The axes.
   * @throws TypeError for a box that is none.
   * @example
   * const ax = plt.figure().addAxes([0.1, 0.2, 0.5, 0.6]);
   */
  addAxes(box: readonly [left: number, bottom: number, width: number, height: number]): Axes {
    return this.makeAxes({ box: readBox("addAxes", box) });
  }

  /**
   * Adds a grid of axes.
   *
   * @param rows - How many rows. Default: 1.
   * @param columns - How many columns. Default: 1.
   * @param options - `sharex` and `sharey`.
   * @returns The axes by rows.
   */
  subplots(rows = 1, columns = 1, options?: { sharex?: Share; sharey?: Share }): Axes[][] {
    const { sharex, sharey } = readOptions("subplots", options, {
      sharex: false as Share,
      sharey: false as Share,
    });
    return spread("subplots", this, readCells("subplots", rows, columns, {}), { sharex, sharey });
  }

  /** Sets the room around and between subplots, as {@link subplotsAdjust} does. */
  subplotsAdjust(params?: Partial<SubplotParams>): void {
    const next = { ...this.params, ...readParams("subplotsAdjust", params) };
    checkParams("subplotsAdjust", next);
    this.params = next;
    this.applyLayout();
  }

  /** Fits the subplots to their labels, as {@link tightLayout} does. */
  tightLayout(options?: TightOptions): void {
    const params = tightParams(this, options ?? {});
    if (params) this.subplotsAdjust(params);
  }

  /** Writes a title over the whole figure, as {@link suptitle} does. */
  suptitle(text: string, options?: Spelled<SuptitleOptions>): void {
    this.title = readSuptitle(text, options);
  }

  /**
   * Names what is drawn on all axes, in one box over the figure.
   *
   * @param args - As for {@link legend}; places and shares are those of the figure. Default place: "upper right".
   * @returns The legend.
   * @example
   * const [fig, axs] = plt.subplots(1, 2);
   * for (const ax of axs) ax.plot([1, 2], { label: "up" });
   * fig.legend(...axs[0].getLegendHandlesLabels(), { loc: "upper center" });
   */
  legend(...args: LegendArguments): Legend {
    const read = readLegend(args, () => this.axes);
    // No place is the best for all axes at once.
    this.currentLegend = read.loc === 0 ? read.at(1) : read;
    return this.currentLegend;
  }

  /** Writes the figure to a file, as {@link savefig} does. */
  savefig(path: string, options?: Spelled<SaveOptions>): void {
    saveFigure(() => this, path, options);
  }

  /** Displays the figure; it stays open. */
  show(): void {
    display(this);
  }

  /** Sets the size in inches: two numbers, or a pair. */
  setSizeInches(...size: [width: number, height: number] | [size: readonly [number, number]]): void {
    const [width, height] = size.length === 1 ? size[0] : size;
    if (!(width > 0 && height > 0 && width < 1000 && height < 1000)) {
      throw new TypeError(
        `setSizeInches: expected a width and a height in inches, got ${width} and ${height}`,
      );
    }
    this.size = [width, height];
  }

  /** Moves the axes that have cells to where these are now. */
  applyLayout(): void {
    for (const axes of this.axes) if (axes.cells) axes.position = axes.within(axes.cellBox());
  }

  /**
   * Adds a bar that tells which value has which colour, beside the axes.
   *
   * @param mappable - What {@link imshow}, {@link scatter}, {@link pcolormesh} or {@link contourf} returned.
   * @param options - As for {@link colorbar}.
   */
  colorbar(mappable?: Partial<Mappable>, options?: Spelled<ColorbarOptions>): Colorbar {
    return addColorbar("colorbar", this, mappable, options);
  }

  [displaySymbol](): MimeBundle {
    this.shown = true;
    return bundleOf(this, { picture: true });
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    const { width, height } = this.pixelSize();
    return `<Figure size ${Math.round(width)}x${Math.round(height)} with ${this.axes.length} Axes>`;
  }
}

addPythonNames(Figure);
