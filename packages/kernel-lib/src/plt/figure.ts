import type { Spelled } from "../array/options";
import { displaySymbol, type MimeBundle } from "../display";
import type { Paint } from "./color/color";
import type { Mappable } from "./color/mapping";
import { Axes } from "./axes";
import type { Label } from "./axis";
import { addColorbar, type Colorbar, type ColorbarOptions } from "./colorbar";
import type { Dimension } from "./dimension";
import { cellsBox, defaultSubplotParams, type Box, type Cells, type SubplotParams } from "./layout/gridSpec";
import { attachMethods } from "./methods";
import { bundleOf } from "./spec/bundle";

/** What is drawn together: one or more axes, and their common title. */
export class Figure {
  readonly axes: Axes[] = [];
  /** Place among the open figures. */
  readonly number: number;
  /** Size in inches. */
  size: readonly [width: number, height: number];
  dpi: number;
  facecolor: Paint = { color: "paper", alpha: 1 };
  title: Label = { text: "" };
  params: SubplotParams = defaultSubplotParams();
  current?: Axes;
  /** Whether the layout is to be fitted to the labels as the figure is shown. */
  tight = false;
  /** Whether it has been displayed by itself, as the value of a cell. */
  shown = false;

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

  /** Adds axes in cells of a grid, or at a place. */
  addAxes(place: { cells: Cells } | { box: Box }, shared: { x?: Dimension; y?: Dimension } = {}): Axes {
    attachMethods();
    const box = "cells" in place ? cellsBox(place.cells, this.params) : place.box;
    const axes = new Axes(this, box, shared);
    if ("cells" in place) axes.cells = place.cells;
    this.axes.push(axes);
    this.current = axes;
    return axes;
  }

  /** Moves the axes that have cells to where these are now. */
  applyLayout(): void {
    for (const axes of this.axes)
      if (axes.cells) axes.position = axes.within(cellsBox(axes.cells, this.params));
  }

  /**
   * Adds a bar that tells which value has which colour, beside the axes.
   *
   * @param mappable - What {@link imshow}, {@link scatter}, {@link pcolormesh} or {@link contourf} returned.
   * @param options - As for {@link colorbar}.
   */
  colorbar(mappable?: Mappable, options?: Spelled<ColorbarOptions>): Colorbar {
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
