import { describe, readOptions } from "../array/options";
import { quiet } from "../display/quiet";
import { ColorScale, bandPlace } from "./artists/colorScale";
import { ContourSet } from "./artists/contours";
import type { AxesBase } from "./model/axes";
import { isMappable, mappingLimits, type ColorMapping, type Mappable } from "./color/mapping";
import { Dimension } from "./model/dimension";
import type { Panel } from "./model/panel";
import { readNumberFormat, type NumberFormat } from "./numberFormat";
import { option, readTable, type OptionsOf, type Reader } from "./options/option";
import { choice, given, number, text } from "./options/readers";
import type { Interval } from "./model/scale";
import { makeRoomForEnds, placeBeside } from "./colorbarPlace";
import { addSnakeNames } from "../array/snakeMembers";
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
  /** The axes to take the place from, one or several. Default: those that the coloured thing is drawn on. */
  ax: option(given<AxesBase | readonly AxesBase[] | readonly (readonly AxesBase[])[]>()),
  /** Axes to draw it in. Default: new ones. */
  cax: option(given<AxesBase>()),
  /** A text along it. */
  label: option(text, { default: "" }),
  /** The values to mark. Default: round ones. */
  ticks: option(ticks),
  /** Default: "vertical", or what `location` asks for. */
  orientation: option(choice("vertical", "horizontal")),
  /** On which side of the axes it is. Default: "right", of a horizontal one "bottom". */
  location: option(choice("left", "right", "top", "bottom")),
  /** Its length, as a share of the axes'. Default: 1. */
  shrink: option(number(0.01, 1), { default: 1 }),
  /** Room for it across. Default: 0.15. */
  fraction: option(number(0.01, 0.9), { default: 0.15 }),
  /** Room between it and the axes. Default: 0.05, or 0.15 for a horizontal one. */
  pad: option(number(0, 0.9)),
  /** Its length over its width. Default: 20. */
  aspect: option(number(0.1), { default: 20 }),
  /** Which ends are pointed, for there are values beyond. Default: "neither", of contours those that they extend to. */
  extend: option(choice("neither", "min", "max", "both")),
  /** Writes the values that are marked: a function, or a format such as "{x:.1f}" or "%.2f". */
  format: option(given<NumberFormat>()),
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

const plainly = (value: number): number => value;

/** A bar that tells which value has which colour, in axes of its own. */
export class Colorbar<Own extends AxesBase = AxesBase> {
  constructor(
    /** Its axes. */
    readonly ax: Own,
    readonly orientation: "vertical" | "horizontal",
    /** Where along it a value is: of contours all bands may have the same length. */
    private readonly place: (value: number) => number = plainly,
  ) {}

  /** The same as {@link setLabel}. */
  declare set_label: Colorbar["setLabel"];
  /** The same as {@link setTicks}. */
  declare set_ticks: Colorbar["setTicks"];
  /** The same as {@link setTicklabels}. */
  declare set_ticklabels: Colorbar["setTicklabels"];
  /** The same as {@link minorticksOn}. */
  declare minorticks_on: Colorbar["minorticksOn"];
  /** The same as {@link minorticksOff}. */
  declare minorticks_off: Colorbar["minorticksOff"];

  /** Writes a text along it. */
  setLabel(label: string): void {
    this.axis.label = { ...this.axis.label, text: text("setLabel", "label", label) };
  }

  /**
   * Sets the values that are marked, and what is written at them.
   *
   * @throws RangeError if there are not as many labels as values.
   */
  setTicks(values: readonly number[], options?: { labels?: readonly (string | number)[] }): void {
    const read = ticks("setTicks", "ticks", values);
    const { labels } = readOptions("setTicks", options, {
      labels: undefined as readonly unknown[] | undefined,
    });
    const { dimension } = this.axis;
    dimension.fixedTicks = read.map((value) => this.place(value));
    dimension.fixedLabels = undefined;
    if (labels !== undefined) this.setTicklabels(labels as string[]);
    else if (this.place !== plainly) dimension.fixedLabels = scalarLabels(read, dimension.view).labels;
  }

  /**
   * Sets what is written at the values that are marked.
   *
   * @throws RangeError if there are not as many labels as marked values.
   */
  setTicklabels(labels: readonly (string | number)[]): void {
    const { dimension } = this.axis;
    const marked = dimension.fixedTicks ?? this.ax.ticks(this.axis.direction).major;
    if (!Array.isArray(labels) || labels.length !== marked.length) {
      throw new RangeError(
        `setTicklabels: expected ${marked.length} labels, one a marked value, got ${describe(labels)}`,
      );
    }
    dimension.fixedTicks = marked;
    dimension.fixedLabels = labels.map((label) => text("setTicklabels", "each label", label));
  }

  /** Puts small ticks between the others. */
  minorticksOn(): void {
    this.axis.dimension.minorOn = true;
  }

  /** Takes small ticks away. */
  minorticksOff(): void {
    this.axis.dimension.minorOn = false;
  }

  private get axis() {
    return this.orientation === "vertical" ? this.ax.yaxis : this.ax.xaxis;
  }
}

addSnakeNames(Colorbar.prototype);
quiet(Colorbar.prototype);

/** Of many levels about ten, so that zero or what is nearest to it is among them: matplotlib's FixedLocator. */
function someLevels(levels: readonly number[]): readonly number[] {
  const step = Math.max(1, Math.ceil(levels.length / 10));
  const choices = Array.from({ length: step }, (_, start) => levels.filter((__, k) => k % step === start));
  const least = (list: readonly number[]) => Math.min(...list.map(Math.abs));
  return choices.reduce((best, choice) => (choice.length > 0 && least(choice) < least(best) ? choice : best));
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
  figure: Panel,
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
  const wanted = read.ax === undefined ? undefined : ([read.ax].flat(2) as unknown as AxesBase[]);
  const own = figure.axes.find((axes) => axes.artists.includes(found as never)) ?? figure.current;
  const parents = wanted ?? (own ? [own] : []);
  for (const [name, list] of Object.entries({ ax: parents, cax: read.cax ? [read.cax] : [] })) {
    const stranger = list.find((axes) => !figure.axes.includes(axes));
    if (stranger === undefined && (name === "cax" || list.length > 0 || read.cax)) continue;
    const got = describe(name === "ax" && read.ax !== undefined ? read.ax : stranger);
    throw new TypeError(`${functionName}: expected ${name} to be axes of this figure, got ${got}`);
  }
  const location = read.location ?? (read.orientation === "horizontal" ? "bottom" : "right");
  const vertical = location === "left" || location === "right";
  const orientation = vertical ? "vertical" : "horizontal";
  if (read.orientation !== undefined && read.orientation !== orientation) {
    throw new TypeError(
      `${functionName}: expected a location that fits the orientation "${read.orientation}", got "${location}"`,
    );
  }
  const along = vertical ? "y" : "x";
  const contours = found instanceof ContourSet ? found : undefined;
  const dimension = dimensionOf(found, along, read.ticks);
  const shared = vertical ? { y: dimension } : { x: dimension };
  const extend = read.extend ?? (contours?.filled ? contours.extend : "neither");
  const formatter = read.format && readNumberFormat(functionName, "format", read.format);
  const axes = read.cax ?? placeBeside(parents, location, read, shared);
  if (read.cax) axes.axisOf(along).dimension = dimension;
  axes.add([new ColorScale(found.mapping, along, { alpha: opacityOf(found), contours, extend })], []);
  if (extend !== "neither") {
    makeRoomForEnds(axes, vertical, extend);
    for (const spine of Object.values(axes.spines)) spine.visible = false;
  }
  if (formatter) {
    dimension.formatter = formatter;
    if (contours && dimension.fixedTicks)
      dimension.fixedLabels = (read.ticks ?? someLevels(contours.levels)).map(formatter);
  }
  axes.axisOf(vertical ? "x" : "y").visible = false;
  const axis = axes.axisOf(along);
  axis.side = location;
  axis.label = { ...axis.label, text: read.label };
  const place = contours?.filled ? (value: number) => bandPlace(contours.levels, value) : undefined;
  return new Colorbar(axes, orientation, place);
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
