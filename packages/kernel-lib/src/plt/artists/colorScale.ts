import { pngDataUri } from "../png";
import { quantity } from "../spec/data";
import { px } from "../spec/theme";
import { specColor } from "../color/color";
import type { ColorMapping } from "../color/mapping";
import { ContourSet, type ContourStyle } from "./contours";
import { share, type Artist, type Direction, type Frame, type Json } from "../model/artist";

/** The colours of a mapping along an axis: what a colorbar shows. */
export class ColorScale implements Artist {
  label = "_colorbar";
  zorder = 0;

  constructor(
    readonly mapping: ColorMapping,
    /** The direction that values run in. */
    readonly along: Direction,
    readonly alpha: number | undefined,
    /** Contours whose own lines or bands take the place of all colours. */
    readonly contours?: ContourSet,
  ) {}

  /** It takes no part in limits: they are those of the mapping. */
  range() {
    return undefined;
  }

  layers(frame: Frame): Json[] {
    if (!this.contours) return [this.gradient()];
    return this.contours.filled ? this.bands(frame, this.contours) : this.lines(frame, this.contours);
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
        ...(this.alpha !== undefined && { opacity: this.alpha }),
      },
      encoding: this.channels(whole, { value: this.along === "x" ? "width" : "height" }),
    };
  }

  private bands(frame: Frame, { levels, styles }: ContourSet): Json[] {
    const at = levels.map((level) => share(frame[this.along], bandPlace(levels, level)));
    const edges =
      this.along === "x" ? at.map((part) => part * frame.width) : at.map((part) => (1 - part) * frame.height);
    // Bands beyond the first and last level have no place along the axis.
    const inner =
      styles.length > levels.length - 1 ? styles.slice(styles.length === levels.length + 1 ? 1 : 0) : styles;
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
