import { defaultPaint, type Paint } from "../color/color";
import type { AxesBase, AxesPlace, Canvas, AxesTraits } from "./axes";
import { cellsBox, defaultSubplotParams, sameCells, type Box, type Cells, type SubplotParams } from "./cells";
import { noTitle, type Suptitle } from "./label";
import type { Legend } from "./legend";

/** Axes, where they are, and their common title: plain data until it is shown. */
export abstract class FigureBase implements Canvas {
  readonly axes: AxesBase[] = [];
  facecolor: Paint = defaultPaint("figure.facecolor");
  title: Suptitle = noTitle;
  currentLegend?: Legend;
  params: SubplotParams = defaultSubplotParams();
  current?: AxesBase;
  /** Whether the layout is to be fitted to the labels as the figure is shown. */
  tight = false;
  /** Whether it has been displayed by itself, as the value of a cell. */
  shown = false;

  constructor(
    /** Place among the open figures. */
    readonly number: number,
    /** Size in inches. */
    public size: readonly [width: number, height: number],
    public dpi: number,
  ) {}

  /** Makes axes, which belong to nothing yet. */
  protected abstract newAxes(box: Box, traits: AxesTraits): AxesBase;

  /** Pixels to a point. */
  get pt(): number {
    return this.dpi / 72;
  }

  pixelSize(): { width: number; height: number } {
    return { width: this.size[0] * this.dpi, height: this.size[1] * this.dpi };
  }

  makeAxes(place: AxesPlace, traits: AxesTraits = {}): AxesBase {
    const box = "cells" in place ? cellsBox(place.cells, this.params) : place.box;
    const axes = this.newAxes(box, traits);
    if ("cells" in place) axes.cells = place.cells;
    this.axes.push(axes);
    this.current = axes;
    return axes;
  }

  /** Makes the axes in cells of a grid the current ones; they are added if there are none. */
  selectSubplot(cells: Cells, traits: AxesTraits): AxesBase {
    const alike = (axes: AxesBase) =>
      axes.host === undefined &&
      sameCells(axes.cells, cells) &&
      (axes.polar !== undefined) === (traits.polar ?? false);
    this.current = this.axes.find(alike) ?? this.makeAxes({ cells }, traits);
    return this.current;
  }

  /** Sets the room around and between subplots, and moves those that have cells to where these are then. */
  adjust(params: SubplotParams): void {
    this.params = params;
    for (const axes of this.axes) if (axes.cells) axes.position = axes.within(axes.cellBox());
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    const { width, height } = this.pixelSize();
    return `<Figure size ${Math.round(width)}x${Math.round(height)} with ${this.axes.length} Axes>`;
  }
}
