import * as axesOnly from "../axesOnly";
import type { Colorbar } from "../colorbar";
import type { Paint } from "../color/color";
import { displaySymbol, type MimeBundle } from "../../display";
import { quiet } from "../../display/quiet";
import * as figureKinds from "../figureKinds";
import * as figureOnly from "../figureOnly";
import * as sizes from "../figureOnly/size";
import * as kinds from "../kinds";
import { AxesBase, type AxesPlace, type Canvas, type AxesTraits } from "../model/axes";
import type { Box, Cells } from "../model/cells";
import { FigureBase } from "../model/figure";
import type { Panel } from "../model/panel";
import { SubFigureBase } from "../model/subFigure";
import { addSnakeNames, type SnakeNames } from "../../array/snakeMembers";
import * as settings from "../settings";
import { displayedBundle } from "../spec/bundle";
import { defineMethods, setterName, type Setters } from "./methods";

/** What a function of axes gives, to whom has but the public classes: axes with all their methods. */
export type Public<T> = T extends AxesBase
  ? Axes
  : T extends AxesBase[]
    ? Axes[]
    : T extends AxesBase[][]
      ? Axes[][]
      : T extends Panel[][]
        ? SubFigure[][]
        : T extends Canvas
          ? Figure
          : T extends Colorbar
            ? Colorbar<Axes>
            : T;

/** Functions of axes or figures without the first argument, whom they belong to. */
export type Methods<T> = {
  [K in keyof T]: T[K] extends (subject: never, ...args: infer Args) => infer Result
    ? (...args: Args) => Public<Result>
    : never;
};

/** What axes can do: every drawing function of pyplot by its own name, every setting with `set` before it, and some things of their own. */
export type AxesMethods = NamedOfAxes & SnakeNames<NamedOfAxes>;
type NamedOfAxes = Methods<typeof kinds & typeof axesOnly & Setters<typeof settings>>;

/** What figures can do. */
export type FigureMethods = NamedOfFigures & SnakeNames<NamedOfFigures>;
type NamedOfFigures = Methods<typeof figureKinds & typeof figureOnly>;

/** What a part of a figure can do: all that does not concern the sheet as a whole. */
export type SubFigureMethods = NamedOfSubFigures & SnakeNames<NamedOfSubFigures>;
type NamedOfSubFigures = Omit<NamedOfFigures, OfWholes>;

/** What concerns a figure as a whole. */
type OfWholes = "savefig" | "tightLayout" | "show" | "setSizeInches" | keyof typeof sizes;
const ofWholes: readonly string[] = [
  "savefig",
  "tightLayout",
  "show",
  "setSizeInches",
  ...Object.keys(sizes),
];

const AxesWithMethods = AxesBase as new (
  figure: Canvas,
  position: Box,
  traits?: AxesTraits,
) => AxesBase & AxesMethods;

const FigureWithMethods = FigureBase as unknown as new (
  number: number,
  size: readonly [width: number, height: number],
  dpi: number,
) => FigureBase & FigureMethods;

const SubFigureWithMethods = SubFigureBase as unknown as new (
  parent: Panel,
  box: Box,
  background: Paint | undefined,
) => SubFigureBase & SubFigureMethods;

/**
 * A rectangle with an x and a y axis, and what is drawn in it.
 *
 * Made by {@link subplots}, {@link subplot} or {@link gca}. It has the drawing functions of pyplot as methods
 * (`ax.plot`, `ax.legend`, …), and what pyplot calls `title`, `xlabel`, `xlim` and so on as `setTitle`, `setXlabel`,
 * `setXlim`.
 *
 * @see https://matplotlib.org/stable/api/axes_api.html
 * @example
 * const [fig, ax] = plt.subplots();
 * ax.plot([1, 2, 3]);
 * ax.setTitle("three points");
 */
export class Axes extends AxesWithMethods {
  declare readonly figure: Figure | SubFigure;

  static {
    defineMethods(Axes, kinds);
    defineMethods(Axes, axesOnly);
    defineMethods(Axes, settings, setterName);
    addSnakeNames(Axes.prototype);
    quiet(Axes.prototype);
  }
}

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
export class Figure extends FigureWithMethods {
  declare readonly axes: Axes[];
  declare current?: Axes;

  static {
    defineMethods(Figure, { ...figureKinds, ...figureOnly });
    addSnakeNames(Figure.prototype);
  }

  protected override newAxes(box: Box, traits: AxesTraits): Axes {
    return new Axes(this, box, traits);
  }

  override makeAxes(place: AxesPlace, traits?: AxesTraits): Axes {
    return super.makeAxes(place, traits) as Axes;
  }

  override makePart(box: Box, background: Paint | undefined): SubFigure {
    return new SubFigure(this, box, background);
  }

  override selectSubplot(cells: Cells, traits: AxesTraits): Axes {
    return super.selectSubplot(cells, traits) as Axes;
  }

  [displaySymbol](): MimeBundle {
    return displayedBundle(this);
  }
}

/**
 * A part of a figure, with axes, a title, labels, a legend and a background of its own.
 *
 * Made by {@link subfigures}.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.figure.SubFigure.html
 * @example
 * const [[left, right]] = plt.figure().subfigures(1, 2, { widthRatios: [2, 1] });
 * left.subplots()[0][0].plot([1, 2, 3]);
 * right.subplots()[0][0].plot([3, 2, 1]);
 */
export class SubFigure extends SubFigureWithMethods {
  declare readonly axes: Axes[];
  declare current?: Axes;

  static {
    const all = Object.entries({ ...figureKinds, ...figureOnly });
    defineMethods(SubFigure, Object.fromEntries(all.filter(([name]) => !ofWholes.includes(name))));
    addSnakeNames(SubFigure.prototype);
  }

  protected override newAxes(box: Box, traits: AxesTraits): Axes {
    return new Axes(this, box, traits);
  }

  override makeAxes(place: AxesPlace, traits?: AxesTraits): Axes {
    return super.makeAxes(place, traits) as Axes;
  }

  override makePart(box: Box, background: Paint | undefined): SubFigure {
    return new SubFigure(this, box, background);
  }
}
