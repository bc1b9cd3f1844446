import { quiet } from "../../display/quiet";
import { addSnakeNames } from "../../array/snakeMembers";
import type { Artist } from "./artist";
import type { Label } from "./label";
import type { Paint } from "../color/color";

/** A line of a legend. */
export interface LegendEntry {
  artist: Artist;
  text: string;
}

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

/**
 * Names for what is drawn, in a box. Made by {@link legend}.
 *
 * @see https://matplotlib.org/stable/api/legend_api.html
 * @example
 * plt.plot([1, 2], { label: "up" });
 * plt.legend().getTexts(); // ["up"]
 */
export class Legend {
  /** The same as {@link getTexts}. */
  declare get_texts: Legend["getTexts"];

  constructor(
    readonly entries: readonly LegendEntry[],
    /** The code of its place: 0 is "best". */
    readonly loc: number | readonly [x: number, y: number],
    readonly style: LegendStyle,
    readonly title: Label,
    /** The box it is placed in or at, as shares of the axes: left, bottom, width, height. */
    readonly anchor?: readonly [number, number, number, number],
  ) {}

  /** The same legend at the place of a code. */
  at(loc: number): Legend {
    return new Legend(this.entries, loc, this.style, this.title, this.anchor);
  }

  /** The texts, in order. */
  getTexts(): string[] {
    return this.entries.map(({ text }) => text);
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return `Legend(${this.getTexts().join(", ")})`;
  }
}

addSnakeNames(Legend.prototype);
quiet(Legend.prototype);
