import { describe } from "../array/options";
import { quiet } from "../display/quiet";
import { ColorScale, bandPlace } from "./artists/colorScale";
import { ContourSet } from "./artists/contours";
import type { AxesBase } from "./model/axes";
import { isMappable, mappingLimits, type ColorMapping, type Mappable } from "./color/mapping";
import { Dimension } from "./model/dimension";
import type { FigureBase } from "./model/figure";
import type { Box } from "./model/cells";
import { option, readTable, type OptionsOf, type Reader, type ReadOf } from "./options/option";
import { choice, given, number, text } from "./options/readers";
import type { Interval } from "./model/scale";
import { scalarLabels } from "./ticks/scalar";

/** Reads values to mark. */
const ticks: Reader<readonly number[], readonly number[]> = (functionName, name, value) => {
  const list =
    typeof value === "object" && value !== null && Symbol.iterator in value
      ? [...(value as Iterable<unknown>)]
      : [undefined];
  if (!list.every((tick) => typeof tick === "number" && Number.isFinite(tick))) {
    throw new TypeError(`${functionName}: expected ${name} to be a list of numbers, got ${describe(value)}`);
  }
  return list as number[];
};

const colorbarOptions = {
  /** The axes to take the place from. Default: those that the coloured thing is drawn on. */
  ax: option(given<AxesBase>()),
  /** Axes to draw it in. Default: new ones. */
  cax: option(given<AxesBase>()),
  /** A text along it. */
  label: option(text, { default: "" }),
  /** The values to mark. Default: round ones. */
  ticks: option(ticks),
  /** Default: "vertical". */
  orientation: option(choice("vertical", "horizontal"), { default: "vertical" }),
  /** Its length, as a share of the axes'. Default: 1. */
  shrink: option(number(0.01, 1), { default: 1 }),
  /** Room for it across. Default: 0.15. */
  fraction: option(number(0.01, 0.9), { default: 0.15 }),
  /** Room between it and the axes. Default: 0.05, or 0.15 for a horizontal one. */
  pad: option(number(0, 0.9)),
  /** Its length over its width. Default: 20. */
  aspect: option(number(0.1), { default: 20 }),
};

/** Options of a colorbar. Sizes are shares of the axes it takes its place from. */
export type ColorbarOptions = OptionsOf<typeof colorbarOptions>;

/** The direction along a colorbar: its limits are the ends of a mapping, whatever these come to be. */
class ColorDimension extends Dimension {
  constructor(
    direction: "x" | "y",
    private readonly mapping: ColorMapping,
  ) {
    super(direction);
    this.scale = mapping.scale;
    this.auto = false;
  }

  override get view(): Interval {
    return mappingLimits(this.mapping);
  }
}

/** A bar that tells which value has which colour, in axes of its own. */
export class Colorbar<Own extends AxesBase = AxesBase> {
  constructor(
    /** Its axes. */
    readonly ax: Own,
    readonly orientation: "vertical" | "horizontal",
  ) {}

  /** Writes a text along it. */
  setLabel(label: string): void {
    this.axis.label = { ...this.axis.label, text: text("setLabel", "label", label) };
  }

  /** Sets the values that are marked. */
  setTicks(values: readonly number[]): void {
    this.axis.dimension.fixedTicks = ticks("setTicks", "ticks", values);
  }

  private get axis() {
    return this.orientation === "vertical" ? this.ax.yaxis : this.ax.xaxis;
  }
}

quiet(Colorbar.prototype);

/** Of many levels about ten, so that zero or what is nearest to it is among them: matplotlib's FixedLocator. */
function someLevels(levels: readonly number[]): readonly number[] {
  const step = Math.max(1, Math.ceil(levels.length / 10));
  const choices = Array.from({ length: step }, (_, start) => levels.filter((__, k) => k % step === start));
  const least = (list: readonly number[]) => Math.min(...list.map(Math.abs));
  return choices.reduce((best, choice) => (choice.length > 0 && least(choice) < least(best) ? choice : best));
}

/** Makes room beside axes and puts a colorbar there. */
function makeAxes(
  parent: AxesBase,
  vertical: boolean,
  read: ReadOf<typeof colorbarOptions>,
  shared: { x?: Dimension; y?: Dimension },
): AxesBase {
  const { fraction, shrink, aspect } = read;
  const pad = read.pad ?? (vertical ? 0.05 : 0.15);
  const { figure } = parent;
  const current = figure.current;
  const inner = (box: Box): Box =>
    vertical
      ? { ...box, width: box.width * (1 - fraction - pad) }
      : {
          ...box,
          bottom: box.bottom + box.height * (fraction + pad),
          height: box.height * (1 - fraction - pad),
        };
  const outer = (box: Box): Box => {
    const room = vertical
      ? {
          left: box.left + box.width * (1 - fraction),
          bottom: box.bottom + (box.height * (1 - shrink)) / 2,
          width: box.width * fraction,
          height: box.height * shrink,
        }
      : {
          left: box.left + (box.width * (1 - shrink)) / 2,
          bottom: box.bottom,
          width: box.width * shrink,
          height: box.height * fraction,
        };
    return room;
  };
  const before = parent.within;
  const whole = parent.position;
  const own = figure.makeAxes({ box: outer(whole) }, shared);
  own.cells = parent.cells;
  own.within = (box) => outer(before(box));
  own.boxAspect = vertical ? aspect : 1 / aspect;
  own.anchor = vertical ? [0, 0.5] : [0.5, 1];
  parent.within = (box) => inner(before(box));
  parent.position = inner(whole);
  parent.anchor = vertical ? [1, 0.5] : [0.5, 0];
  figure.current = current;
  return own;
}

/**
 * Adds a colorbar to a figure.
 *
 * @param functionName - Whose behalf it is on, for messages.
 * @param figure - The figure.
 * @param mappable - What is coloured by value; undefined for the latest that is.
 */
export function addColorbar(
  functionName: string,
  figure: FigureBase,
  mappable: unknown,
  options: unknown,
): Colorbar {
  const read = readTable(functionName, options, colorbarOptions);
  const found =
    mappable ?? (figure.current?.mappable || figure.axes.map((axes) => axes.mappable).find(Boolean));
  if (!isMappable(found)) {
    throw new TypeError(
      `${functionName}: expected something coloured by value, such as what imshow returns, ${
        mappable === undefined ? "and none is drawn" : `got ${describe(mappable)}`
      }`,
    );
  }
  const parent =
    read.ax ?? figure.axes.find((axes) => axes.artists.includes(found as never)) ?? figure.current;
  for (const [name, axes] of Object.entries({ ax: parent, cax: read.cax })) {
    if (axes !== undefined && !figure.axes.includes(axes)) {
      throw new TypeError(
        `${functionName}: expected ${name} to be axes of this figure, got ${describe(axes)}`,
      );
    }
  }
  const vertical = read.orientation === "vertical";
  const along = vertical ? "y" : "x";
  const contours = found instanceof ContourSet ? found : undefined;
  const dimension = dimensionOf(found, along, read.ticks);
  const shared = vertical ? { y: dimension } : { x: dimension };
  const axes = read.cax ?? makeAxes(parent as AxesBase, vertical, read, shared);
  if (read.cax) axes.axisOf(along).dimension = dimension;
  axes.add([new ColorScale(found.mapping, along, opacityOf(found), contours)], []);
  axes.axisOf(vertical ? "x" : "y").visible = false;
  const axis = axes.axisOf(along);
  axis.side = vertical ? "right" : "bottom";
  axis.label = { ...axis.label, text: read.label };
  return new Colorbar(axes, read.orientation);
}

const opacityOf = (mappable: Mappable): number | undefined => {
  const { alpha, look } = mappable as { alpha?: number; look?: { alpha?: number } };
  return alpha ?? look?.alpha;
};

/** The direction along a colorbar: that of the mapping, or for contours that of their levels. */
function dimensionOf(mappable: Mappable, along: "x" | "y", values: readonly number[] | undefined): Dimension {
  if (!(mappable instanceof ContourSet)) {
    const dimension = new ColorDimension(along, mappable.mapping);
    dimension.fixedTicks = values;
    return dimension;
  }
  const { levels, filled } = mappable;
  const dimension = new Dimension(along);
  const place = (level: number) => (filled ? bandPlace(levels, level) : level);
  const [first, last] = [levels[0], levels[levels.length - 1]];
  dimension.setView(levels.length > 1 ? [place(first), place(last)] : [first - 0.5, first + 0.5]);
  const marked = values ?? someLevels(levels);
  dimension.fixedTicks = marked.map(place);
  dimension.fixedLabels = scalarLabels(marked, [first, last]).labels;
  return dimension;
}
