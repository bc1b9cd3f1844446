import type { Spelled } from "../array/options";
import { Line2D } from "./artists/line";
import type { LineStyle } from "./artists/lineStyle";
import { MedianLine } from "./artists/medianLine";
import { noPaint } from "./artists/paints";
import { Patch } from "./artists/patch";
import type { BoxStatistics } from "./boxStatistics";
import { paint, type Paint } from "./color/color";
import type { LineFormat } from "./format";
import { lineOptions } from "./options/line";
import type { Direction } from "./model/artist";
import { color, faded } from "./options/looks";
import { group, option, type OptionsOf, type ReadOf } from "./options/option";
import { rcParams } from "./rcParams";

/** Looks of the lines of a box plot; what is not given stays as it is. */
const lineLooks = {
  /** Colour of the lines. Short: `c`. */
  color: lineOptions.color,
  /** Width in points. Short: `lw`. */
  linewidth: lineOptions.linewidth,
  /** "-", "--", "-." or ":". Short: `ls`. */
  linestyle: lineOptions.linestyle,
  /** Opacity from 0 to 1. */
  alpha: lineOptions.alpha,
  /** Shape of the points. */
  marker: lineOptions.marker,
  /** Size of the points. Short: `ms`. */
  markersize: lineOptions.markersize,
  /** Colour of the points' edges. Short: `mec`. */
  markeredgecolor: lineOptions.markeredgecolor,
  /** Width of the points' edges. Short: `mew`. */
  markeredgewidth: lineOptions.markeredgewidth,
  /** Colour inside of the points. Short: `mfc`. */
  markerfacecolor: lineOptions.markerfacecolor,
};

/** Looks of the boxes, filled or not. */
export const boxLooks = {
  ...lineLooks,
  /** Colour inside of filled boxes. Default: that of lines. Short: `fc`. */
  facecolor: option(color, { aliases: ["fc"] }),
  /** Colour of the edges of filled boxes. Default: black. Short: `ec`. */
  edgecolor: option(color, { aliases: ["ec"] }),
};

/** Options of boxes. */
export type BoxLooks = OptionsOf<typeof boxLooks>;

/** Reads the looks of lines. */
export const lineLook = group<typeof lineLooks, Spelled<LineLooks>>(lineLooks);

/** How the lines of a box look. */
export type LineLooks = OptionsOf<typeof lineLooks>;

/** What {@link boxplot} draws, one or two for each set; boxes are lines unless they are filled. */
export interface Boxplot {
  boxes: (Line2D | Patch)[];
  medians: Line2D[];
  whiskers: Line2D[];
  caps: Line2D[];
  fliers: Line2D[];
  means: Line2D[];
}

type LineRead = ReadOf<typeof lineLooks>;

/** What is shown of a set, and how it looks. */
interface BoxShown {
  showfliers: boolean;
  showmeans: boolean;
  showcaps: boolean;
  patchArtist: boolean;
  notch: boolean;
  meanline: boolean;
  showbox: boolean;
  /** Marker and colour of what lies beyond the whiskers. */
  outliers?: LineFormat;
  boxprops?: ReadOf<typeof boxLooks>;
  medianprops?: LineRead;
  whiskerprops?: LineRead;
  capprops?: LineRead;
  flierprops?: LineRead;
  meanprops?: LineRead;
}

/** A usual look, and what options say otherwise. */
function looks(usual: Partial<LineStyle>, read: LineRead | undefined): LineStyle {
  const base: LineStyle = {
    color: paint("boxplot", "k"),
    linestyle: "-",
    linewidth: 1,
    marker: null,
    markersize: rcParams["lines.markersize"],
    markeredgewidth: rcParams["lines.markeredgewidth"],
    markevery: 1,
    drawstyle: "default",
    ...usual,
  };
  const { alpha: opacity, ...own } = read ?? ({} as Partial<LineRead>);
  const given = Object.fromEntries(
    Object.entries(own).filter(([name]) => own[name as keyof typeof own] !== undefined),
  );
  const look = { ...base, ...given } as LineStyle;
  return { ...look, color: faded(look.color, opacity) };
}

/** Where a box stands. */
interface BoxPlace {
  /** The direction in which boxes stand beside each other. */
  along: Direction;
  at: number;
  /** Half its width. */
  half: number;
  /** Half the width of the ends of its whiskers. */
  cap: number;
}

/** Draws the box of a set, its whiskers, median, mean and what lies beyond. */
export function drawBox(
  drawn: Boxplot,
  { along, at, half, cap }: BoxPlace,
  { low, q1, median, q3, high, mean, notch, fliers }: BoxStatistics,
  shown: BoxShown,
): void {
  const turned = (places: number[], values: number[]) =>
    along === "x" ? ([places, values] as const) : ([values, places] as const);
  const line = (places: number[], values: number[], style: LineStyle) =>
    new Line2D(...turned(places, values), style, "_nolegend_");
  const [left, right] = [at - half, at + half];
  const [inLeft, inRight] = shown.notch ? [at - half / 2, at + half / 2] : [left, right];
  const [below, above] = notch;
  const outline = shown.notch
    ? turned(
        [left, right, right, inRight, right, right, left, left, inLeft, left, left],
        [q1, q1, below, median, above, q3, q3, above, median, below, q1],
      )
    : turned([left, right, right, left, left], [q1, q1, q3, q3, q1]);
  if (shown.showbox) {
    drawn.boxes.push(
      shown.patchArtist
        ? filledBox(outline, shown.boxprops)
        : new Line2D(...outline, looks({}, shown.boxprops), "_nolegend_"),
    );
  }
  const whisker = looks({}, shown.whiskerprops);
  drawn.whiskers.push(line([at, at], [q1, low], whisker), line([at, at], [q3, high], { ...whisker }));
  if (shown.showcaps) {
    const ends = [at - cap, at + cap];
    const look = looks({}, shown.capprops);
    drawn.caps.push(line(ends, [low, low], look), line(ends, [high, high], { ...look }));
  }
  const orange = looks({ color: paint("boxplot", "C1") }, shown.medianprops);
  drawn.medians.push(new MedianLine(along, at, ...turned([inLeft, inRight], [median, median]), orange));
  if (shown.showmeans) {
    const green = paint("boxplot", "C2");
    if (shown.meanline) {
      const dashed = looks({ color: green, linestyle: "--" }, shown.meanprops);
      drawn.means.push(line([inLeft, inRight], [mean, mean], dashed));
    } else {
      const style = { linestyle: "None", marker: "^", markerfacecolor: green, markeredgecolor: green };
      drawn.means.push(line([at], [mean], looks({ ...style, color: green }, shown.meanprops)));
    }
  }
  if (shown.showfliers) {
    const { marker = "o", color: own } = shown.outliers ?? {};
    const face = own ?? paint("boxplot", "none");
    const style = { linestyle: "None", marker, markerfacecolor: face, markeredgecolor: own };
    const places = fliers.map(() => at);
    drawn.fliers.push(line(places, fliers, looks(style, shown.flierprops)));
  }
}

function filledBox([x, y]: readonly [number[], number[]], read: ReadOf<typeof boxLooks> | undefined): Patch {
  const either = (own: Paint | undefined, otherwise: Paint) =>
    faded(own ?? read?.color ?? otherwise, read?.alpha);
  const box = new Patch(
    x,
    y,
    {
      face: [either(read?.facecolor, paint("boxplot", "C0"))],
      edge: read?.linewidth === 0 ? [noPaint] : [either(read?.edgecolor, paint("boxplot", "k"))],
      linewidth: read?.linewidth ?? 1,
    },
    "_nolegend_",
  );
  return box;
}
