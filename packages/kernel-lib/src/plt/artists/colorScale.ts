import { pngDataUri } from "../png";
import { quantity } from "../spec/data";
import { px } from "../spec/theme";
import { defaultPaint, specColor, type Paint } from "../color/color";
import { rcParams } from "../rcParams";
import { fillProperties } from "./paints";
import type { ColorMapping } from "../color/mapping";
import { ContourSet, type ContourStyle } from "./contours";
import { share, type Artist, type Direction, type Frame, type Json } from "../model/artist";

/** Which ends of a colorbar are pointed. */
export type Extend = "neither" | "min" | "max" | "both";

/** How a colorbar looks. */
interface ColorScaleLook {
  alpha: number | undefined;
  /** Contours whose own lines or bands take the place of all colours. */
  contours?: ContourSet;
  extend: Extend;
}

/** Length of a pointed end over that of the rest. */
export const endLength = 0.05;

/** The colours of a mapping along an axis: what a colorbar shows. */
export class ColorScale implements Artist {
  label = "_colorbar";
  zorder = 0;

  constructor(
    readonly mapping: ColorMapping,
    /** The direction that values run in. */
    readonly along: Direction,
    private readonly look: ColorScaleLook,
  ) {}

  /** It takes no part in limits: they are those of the mapping. */
  range() {
    return undefined;
  }

  layers(frame: Frame): Json[] {
    const { contours } = this.look;
    const inside = !contours
      ? [this.gradient()]
      : contours.filled
        ? this.bands(frame, contours)
        : this.lines(frame, contours);
    return this.look.extend === "neither" ? inside : [...inside, ...this.ends(frame)];
  }

  /** The pointed ends, and the outline of all. */
  private ends(frame: Frame): Json[] {
    const { extend } = this.look;
    const vertical = this.along === "y";
    const [length, across] = vertical ? [frame.height, frame.width] : [frame.width, frame.height];
    const point = (along: number, aside: number): string => {
      const [x, y] = vertical ? [aside, length - along] : [along, aside];
      return `${px(x)},${px(y)}`;
    };
    const tips = {
      low: extend === "min" || extend === "both" ? -endLength * length : undefined,
      high: extend === "max" || extend === "both" ? (1 + endLength) * length : undefined,
    };
    const end = (from: number, tip: number | undefined) =>
      tip === undefined ? [] : [[point(from, 0), point(tip, across / 2), point(from, across)]];
    const symbol = (shape: string, look: Json): Json => ({
      data: { values: [{}] },
      mark: { type: "point", clip: false, shape, size: 4, ...look },
      encoding: { x: { value: 0 }, y: { value: 0 } },
    });
    const filled = [
      ...end(0, tips.low).map((corners) => ({ corners, paint: this.endPaint(true) })),
      ...end(length, tips.high).map((corners) => ({ corners, paint: this.endPaint(false) })),
    ].map(({ corners, paint }) =>
      symbol(`M${corners.join("L")}Z`, { ...fillProperties(paint), stroke: null }),
    );
    const outline = [
      point(0, across),
      ...(tips.low === undefined ? [] : [point(tips.low, across / 2)]),
      point(0, 0),
      point(length, 0),
      ...(tips.high === undefined ? [] : [point(tips.high, across / 2)]),
      point(length, across),
    ];
    const edge = {
      fill: null,
      stroke: specColor(defaultPaint("axes.edgecolor")),
      strokeWidth: px(rcParams["axes.linewidth"] * frame.pt),
      strokeJoin: "miter",
    };
    return [...filled, symbol(`M${outline.join("L")}Z`, edge)];
  }

  /** The colour of what lies beyond an end. */
  private endPaint(low: boolean): Paint {
    const { alpha = 1, contours } = this.look;
    if (contours) return contours.styles[low ? 0 : contours.styles.length - 1].paint;
    const { vmin, vmax } = this.mapping;
    return { color: this.mapping.color(low ? vmin : vmax) ?? "none", alpha };
  }

  private channels(low: unknown, high: unknown): Json {
    const [other, size] = this.along === "x" ? ["y", "height"] : ["x", "width"];
    return {
      [this.along]: low,
      [`${this.along}2`]: high,
      [other]: { value: 0 },
      [`${other}2`]: { value: size },
    };
  }

  private gradient(): Json {
    const { rgba, size } = this.mapping.colormap;
    const colors = this.along === "x" ? rgba : rgba.map((_, i) => rgba[4 * (size - 1 - (i >> 2)) + (i & 3)]);
    const [width, height] = this.along === "x" ? [size, 1] : [1, size];
    const whole = { value: 0 };
    return {
      data: { values: [{}] },
      mark: {
        type: "image",
        url: pngDataUri({ width, height, pixels: colors }),
        aspect: false,
        smooth: false,
        ...(this.look.alpha !== undefined && { opacity: this.look.alpha }),
      },
      encoding: this.channels(whole, { value: this.along === "x" ? "width" : "height" }),
    };
  }

  private bands(frame: Frame, { levels, styles, extend }: ContourSet): Json[] {
    const at = levels.map((level) => share(frame[this.along], bandPlace(levels, level)));
    const edges =
      this.along === "x" ? at.map((part) => part * frame.width) : at.map((part) => (1 - part) * frame.height);
    // Bands beyond the first and last level are its pointed ends.
    const below = extend === "min" || extend === "both" ? 1 : 0;
    const inner = styles.slice(below, below + levels.length - 1);
    return edges.slice(1).map((edge, k) => {
      const { paint } = inner[k];
      return {
        data: { values: [{}] },
        mark: { type: "rect", fill: specColor(paint), ...(paint.alpha < 1 && { fillOpacity: paint.alpha }) },
        encoding: this.channels({ value: px(edges[k]) }, { value: px(edge) }),
      };
    });
  }

  private lines(frame: Frame, { levels, styles }: ContourSet): Json[] {
    const [other, size] = this.along === "x" ? ["y", "height"] : ["x", "width"];
    return levels.map((level, k) => {
      const { paint, linewidth }: ContourStyle = styles[k];
      return {
        data: { values: [{ at: level }] },
        mark: {
          type: "rule",
          clip: true,
          stroke: specColor(paint),
          strokeWidth: px(linewidth * frame.pt),
          ...(paint.alpha < 1 && { strokeOpacity: paint.alpha }),
        },
        encoding: { [this.along]: quantity("at"), [other]: { value: 0 }, [`${other}2`]: { value: size } },
      };
    });
  }
}

/** Whether levels are as far from one another everywhere. */
const even = (levels: readonly number[]): boolean => {
  const step = (levels[levels.length - 1] - levels[0]) / (levels.length - 1);
  return levels.every(
    (level, k) => Math.abs(level - levels[0] - k * step) < 1e-9 * Math.abs(step) * levels.length,
  );
};

/** Where a level of bands lies on a colorbar, which gives all bands the same length. */
export function bandPlace(levels: readonly number[], level: number): number {
  return even(levels) ? level : levels.indexOf(level);
}
