import { quiet } from "../../display/quiet";
import { addSnakeNames } from "../../array/snakeMembers";
import { flag, text as readText } from "../options/readers";
import type { Artist } from "./artist";
import type { Label } from "./label";
import type { Paint } from "../color/color";

/** A line of a legend. */
export interface LegendEntry {
  artist: Artist;
  text: string;
}

/** A side of a figure beyond its axes. */
export type OutsideSide = "left" | "right" | "upper" | "lower";

/** How a legend looks. Lengths are in multiples of the font size, which is in points. */
export interface LegendStyle {
  fontsize: number;
  /** Colours of the names, in turn, or what of the named things they have theirs from. */
  labelcolor?: readonly Paint[] | "linecolor" | "markerfacecolor" | "markeredgecolor";
  /** Size of markers beside those that are drawn. */
  markerscale: number;
  /** Where the title stands. */
  alignment: "left" | "center" | "right";
  columns: number;
  frameon: boolean;
  framealpha: number;
  facecolor?: Paint;
  edgecolor: Paint;
  fancybox: boolean;
  borderpad: number;
  borderaxespad: number;
  labelspacing: number;
  columnspacing: number;
  handlelength: number;
  handletextpad: number;
}

/** What has legends: axes, or a figure. */
interface LegendOwner {
  dropLegend(legend: Legend): void;
}

/**
 * Names for what is drawn, in a box. Made by {@link legend}.
 *
 * @see https://matplotlib.org/stable/api/legend_api.html
 * @example
 * plt.plot([1, 2], { label: "up" });
 * const legend = plt.legend();
 * legend.setTitle("way");
 * legend.getTexts(); // ["up"]
 */
export class Legend {
  /** The same as {@link getTexts}. */
  declare get_texts: Legend["getTexts"];
  /** The same as {@link getTitle}. */
  declare get_title: Legend["getTitle"];
  /** The same as {@link setTitle}. */
  declare set_title: Legend["setTitle"];
  /** The same as {@link getVisible}. */
  declare get_visible: Legend["getVisible"];
  /** The same as {@link setVisible}. */
  declare set_visible: Legend["setVisible"];
  /** What it is on. */
  owner?: LegendOwner;
  visible = true;

  constructor(
    readonly entries: readonly LegendEntry[],
    /** The code of its place: 0 is "best". */
    readonly loc: number | readonly [x: number, y: number],
    readonly style: LegendStyle,
    public title: Label,
    /** The box it is placed in or at, as shares of the axes: left, bottom, width, height. */
    readonly anchor?: readonly [number, number, number, number],
    /** The side of a figure where a constrained layout makes room for it. */
    readonly outside?: OutsideSide,
  ) {}

  /** The same legend at the place of a code. */
  at(loc: number): Legend {
    return new Legend(this.entries, loc, this.style, this.title, this.anchor, this.outside);
  }

  /** Whether there is anything to draw. */
  get shown(): boolean {
    return this.visible && this.entries.length > 0;
  }

  /** The texts, in order. */
  getTexts(): string[] {
    return this.entries.map(({ text }) => text);
  }

  /** The line over the entries; "" where there is none. */
  getTitle(): string {
    return this.title.text;
  }

  /** Sets the line over the entries. */
  setTitle(title: string): void {
    this.title = { ...this.title, text: readText("setTitle", "title", title) };
  }

  /** Whether it is drawn. */
  getVisible(): boolean {
    return this.visible;
  }

  /** Shows or hides it. */
  setVisible(visible: boolean): void {
    this.visible = flag("setVisible", "visible", visible);
  }

  /** Takes it off its axes or its figure. */
  remove(): void {
    if (this.owner === undefined) throw new Error("remove: expected a legend that is on axes or a figure");
    this.owner.dropLegend(this);
    this.owner = undefined;
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return `Legend(${this.getTexts().join(", ")})`;
  }
}

addSnakeNames(Legend.prototype);
quiet(Legend.prototype);
