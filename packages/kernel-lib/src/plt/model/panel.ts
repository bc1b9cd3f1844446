import type { Paint } from "../color/color";
import type { Aligned, AxesBase, AxesPlace, Canvas, AxesTraits } from "./axes";
import { cellsBox, sameCells, type Box, type Cells, type SubplotParams } from "./cells";
import { noTitle, type Suptitle, type Written } from "./label";
import type { Legend } from "./legend";

/** Axes and their common texts on a sheet, or on a part of one. */
export abstract class Panel implements Canvas {
  /** All axes, those of the parts included. */
  readonly axes: AxesBase[] = [];
  abstract facecolor: Paint;
  title: Suptitle = noTitle;
  /** Labels below and at the left of all axes. */
  axisLabels: { x?: Written; y?: Written } = {};
  /** Texts at shares of the panel. */
  readonly texts: Written[] = [];
  readonly legends: Legend[] = [];
  aligned: Aligned = { x: [], y: [], title: [] };
  abstract params: SubplotParams;
  current?: AxesBase;
  /** Parts with axes of their own. */
  readonly parts: Panel[] = [];

  /** Whether its background is another than that of the whole. */
  abstract readonly grounded: boolean;

  /** What it is a part of; undefined where it is the whole. */
  abstract readonly parent?: Panel;

  /** Pixels to a point. */
  abstract get pt(): number;

  abstract pixelSize(): { width: number; height: number };

  /** Where its upper left corner is in the whole, in pixels. */
  abstract corner(): { left: number; top: number };

  /** Makes a part at a place of it. */
  abstract makePart(box: Box, background: Paint | undefined): Panel;

  /** Sets the colour behind the axes. */
  setBackground(color: Paint): void {
    this.facecolor = color;
  }

  /** Makes axes, which belong to nothing yet. */
  protected abstract newAxes(box: Box, traits: AxesTraits): AxesBase;

  /** Those axes that are not in a part. */
  get ownAxes(): AxesBase[] {
    return this.axes.filter(({ figure }) => figure === this);
  }

  /** Takes axes in, and makes them the current ones. */
  protected take(axes: AxesBase): void {
    this.axes.push(axes);
    this.current = axes;
    this.parent?.take(axes);
  }

  /** Those that are drawn. */
  get shownAxes(): AxesBase[] {
    return this.axes.filter(({ visible, host }) => visible && host?.visible !== false);
  }

  /** Takes axes off, and off all that this is a part of. */
  drop(axes: AxesBase): void {
    const at = this.axes.indexOf(axes);
    if (at < 0) return;
    this.axes.splice(at, 1);
    for (const groups of Object.values(this.aligned)) {
      for (const group of groups) if (group.includes(axes)) group.splice(group.indexOf(axes), 1);
    }
    axes.leave();
    if (this.current === axes) this.current = this.axes[this.axes.length - 1];
    this.parent?.drop(axes);
  }

  /** Takes everything off. */
  clear(): void {
    for (const axes of [...this.axes]) this.drop(axes);
    this.parts.length = this.texts.length = this.legends.length = 0;
    const aligned = { x: [], y: [], title: [] };
    Object.assign(this, { current: undefined, title: noTitle, axisLabels: {}, aligned });
  }

  /** The legends that are drawn, in the order of their making. */
  get shownLegends(): Legend[] {
    return this.legends.filter(({ shown }) => shown);
  }

  /** Takes a legend off. */
  dropLegend(legend: Legend): void {
    const at = this.legends.indexOf(legend);
    if (at >= 0) this.legends.splice(at, 1);
  }

  makeAxes(place: AxesPlace, traits: AxesTraits = {}): AxesBase {
    const box = "cells" in place ? cellsBox(place.cells, this.params) : place.box;
    const axes = this.newAxes(box, traits);
    if ("cells" in place) axes.cells = place.cells;
    this.take(axes);
    return axes;
  }

  /** Makes the axes in cells of a grid the current ones; they are added if there are none. */
  selectSubplot(cells: Cells, traits: AxesTraits): AxesBase {
    const alike = (axes: AxesBase) =>
      axes.host === undefined &&
      sameCells(axes.cells, cells) &&
      (axes.polar !== undefined) === (traits.polar ?? false);
    this.current = this.ownAxes.find(alike) ?? this.makeAxes({ cells }, traits);
    return this.current;
  }

  /** Sets the room around and between subplots, and moves those that have cells to where these are then. */
  adjust(params: SubplotParams): void {
    this.params = params;
    for (const axes of this.ownAxes) if (axes.cells) axes.position = axes.within(axes.cellBox());
  }

  /** Everything that is written on it beside axes, its parts' texts excluded. */
  get written(): Written[] {
    const { x, y } = this.axisLabels;
    return [...(x ? [x] : []), ...(y ? [y] : []), ...this.texts];
  }
}
