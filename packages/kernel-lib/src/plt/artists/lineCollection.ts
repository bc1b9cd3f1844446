import { describe, type Spelled } from "../../array/options";
import { addSnakeNames } from "../../array/snakeMembers";
import { mappingOptions, readMapping } from "../color/mapping";
import { readArray, readNumbers, type Data } from "../data";
import { dashProperties } from "../linestyle";
import {
  emptyRange,
  pixel,
  rangeOf,
  unite,
  type Artist,
  type Direction,
  type Frame,
  type Json,
  type LegendKey,
} from "../model/artist";
import { colors, faded, firstOfCycle, label, linestyle } from "../options/looks";
import { option, readTable, type OptionsOf, type Reader, type ReadOf } from "../options/option";
import { notNegative, number, share } from "../options/readers";
import { columns, positions, quantity } from "../spec/data";
import { px } from "../spec/theme";
import { noPaint, paintAt, runsAlike, strokeProperties } from "./paints";
import { ScalarMappable } from "./scalarMappable";

/** Reads numbers. */
const numbers: Reader<Data, Float64Array> = (functionName, name, value) =>
  readNumbers(functionName, name, value);

const collectionOptions = {
  ...mappingOptions,
  /** A colour, or one a line. Default: the first of the cycle. */
  colors: option(colors, { aliases: ["color", "c"] }),
  /** Width in points. Default: 1.5. */
  linewidths: option(notNegative, { rc: "lines.linewidth", aliases: ["linewidth", "lw"] }),
  /** "-", "--", "-." or ":". Default: "-". */
  linestyles: option(linestyle, { default: "-", aliases: ["linestyle", "ls"] }),
  /** Opacity from 0 to 1. */
  alpha: option(share),
  /** Values by which lines are coloured. Default: none. */
  array: option(numbers),
  /** Name in the legend. */
  label: option(label, { default: "" }),
  /** Those with a higher one are drawn over those with a lower one. Default: 2. */
  zorder: option(number(), { default: 2 }),
};

/** Options of {@link LineCollection}. */
export type LineCollectionOptions = OptionsOf<typeof collectionOptions>;

interface Polyline {
  x: number[];
  y: number[];
}

/** Reads a line: pairs of numbers. */
function readLine(value: unknown, k: number): Polyline {
  const { shape, data } = readArray("LineCollection", `segments[${k}]`, value);
  if (shape.length !== 2 || shape[1] !== 2) {
    throw new TypeError(
      `LineCollection: expected segments[${k}] to be pairs of numbers, got ${describe(value)}`,
    );
  }
  const every = (from: 0 | 1) => Array.from({ length: shape[0] }, (_, i) => Number(data[2 * i + from]));
  return { x: every(0), y: every(1) };
}

/**
 * Lines that share their looks and may be coloured by values, one each; {@link addCollection} draws them.
 *
 * @see https://matplotlib.org/stable/api/collections_api.html#matplotlib.collections.LineCollection
 * @example
 * const lines = new plt.LineCollection([[[0, 0], [1, 1]], [[0, 1], [1, 0]]], { cmap: "viridis" });
 * lines.setArray([0, 1]);
 * plt.gca().addCollection(lines);
 */
export class LineCollection extends ScalarMappable implements Artist {
  zorder: number;
  label: string;
  private readonly lines: readonly Polyline[];
  private readonly read: ReadOf<typeof collectionOptions>;
  /** The values that the colours stand for. */
  private values?: Float64Array;

  constructor(segments: readonly Data[], options?: Spelled<LineCollectionOptions>) {
    if (!Array.isArray(segments)) {
      throw new TypeError(
        `LineCollection: expected segments to be a list of lines, got ${describe(segments)}`,
      );
    }
    const lines = (segments as readonly unknown[]).map(readLine);
    const read = readTable("LineCollection", options, collectionOptions);
    super(readMapping("LineCollection", read, read.array ?? []));
    this.lines = lines;
    this.read = read;
    this.values = read.array;
    this.label = read.label;
    this.zorder = read.zorder;
  }

  /** The same as {@link setArray}. */
  declare set_array: LineCollection["setArray"];

  /**
   * Sets the values by which lines are coloured.
   *
   * @throws RangeError if there are not as many as lines.
   */
  setArray(values: Data): void {
    const read = readNumbers("setArray", "values", values);
    if (read.length !== this.lines.length) {
      throw new RangeError(`setArray: expected ${this.lines.length} values, got ${read.length}`);
    }
    this.values = read;
    this.mapping = readMapping("setArray", this.read, read);
  }

  /** The colours of the lines. */
  private paints() {
    const { colors: own, alpha } = this.read;
    if (!this.values) return (own ?? [firstOfCycle()]).map((each) => faded(each, alpha));
    return Array.from(this.values, (value) => {
      const color = this.mapping.color(value);
      return color === undefined ? noPaint : { color, alpha: alpha ?? 1 };
    });
  }

  range(direction: Direction) {
    return this.lines.map((line) => rangeOf(line[direction])).reduce(unite, emptyRange);
  }

  layers(frame: Frame): Json[] {
    const paints = this.paints();
    const width = px(this.read.linewidths * frame.pt);
    return runsAlike(this.lines.length, paints).map((run) => {
      const joined = (direction: Direction) =>
        positions(
          frame,
          direction,
          run.flatMap((i, k) => (k === 0 ? this.lines[i][direction] : [NaN, ...this.lines[i][direction]])),
        );
      return {
        ...columns({ x: joined("x"), y: joined("y") }),
        mark: {
          type: "line",
          clip: true,
          ...strokeProperties(paintAt(paints, run[0]), width),
          ...dashProperties(this.read.linestyles, width),
        },
        encoding: { x: quantity("x"), y: quantity("y") },
      };
    });
  }

  key(frame: Frame, half: number): LegendKey {
    return {
      path: `M${-half},0H${half}`,
      stroke: paintAt(this.paints(), 0),
      fill: noPaint,
      strokeWidth: this.read.linewidths * frame.pt,
    };
  }

  obstacles(frame: Frame) {
    const along = (line: Polyline, direction: Direction) =>
      line[direction].map((value) => pixel(frame, direction, value));
    return {
      lines: this.lines.map((line): [number[], number[]] => [along(line, "x"), along(line, "y")]),
    };
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return `<LineCollection of ${this.lines.length} lines>`;
  }
}

addSnakeNames(LineCollection.prototype);
