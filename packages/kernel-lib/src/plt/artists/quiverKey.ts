import { arrowOutline, placedOutline } from "../arrows";
import { specColor } from "../color/color";
import type { Artist, Frame, Json } from "../model/artist";
import type { AxesBase } from "../model/axes";
import { positions, quantity } from "../spec/data";
import { px } from "../spec/theme";
import { Drawn } from "./drawn";
import { fillProperties, paintAt } from "./paints";
import type { Quiver } from "./quiver";
import type { Coordinates } from "../coordinates";
import { Text } from "./text";
import type { TextStyle } from "./textStyle";

/** Where the label of a key is, and what of the arrow is at its place then. */
export const keySides = {
  N: { pivot: "mid", shift: [0, 1], ha: "center", va: "bottom" },
  S: { pivot: "mid", shift: [0, -1], ha: "center", va: "top" },
  E: { pivot: "tip", shift: [1, 0], ha: "left", va: "center" },
  W: { pivot: "tail", shift: [-1, 0], ha: "right", va: "center" },
} as const;

/** What the place of a key is measured in. */
export type KeyCoordinates = Coordinates | "figure" | "inches";

/** A place as shares of axes, of one that is measured from the lower left corner of their figure. */
function sharesOf(axes: AxesBase, [x, y]: readonly [number, number], unit: "figure" | "inches") {
  const { width, height } = axes.figure.pixelSize();
  const inch = 72 * axes.figure.pt;
  const [across, up] = unit === "inches" ? [(x * inch) / width, (y * inch) / height] : [x, y];
  const box = axes.box();
  return [(across - box.left) / box.width, (up - box.bottom) / box.height] as const;
}

/** An arrow of a known length, and what it stands for. */
export class QuiverKey extends Drawn implements Artist {
  label = "_nolegend_";
  zorder: number;

  constructor(
    readonly arrows: Quiver,
    readonly at: readonly [x: number, y: number],
    readonly length: number,
    private readonly text: string,
    private readonly look: {
      side: keyof typeof keySides;
      coordinates: KeyCoordinates;
      angle: number;
      /** Distance of the label in points. */
      distance: number;
      style: Omit<TextStyle, "ha" | "va">;
    },
  ) {
    super();
    this.zorder = arrows.zorder + 0.1;
  }

  range() {
    return undefined;
  }

  layers(frame: Frame): Json[] {
    const { style } = this.arrows;
    const { width, lengthOf } = this.arrows.measured(frame);
    const { side, angle, distance } = this.look;
    const { at: place, coordinates } = this.placed();
    const outline = arrowOutline(lengthOf(this.length), { ...style, pivot: keySides[side].pivot });
    const corners = placedOutline(outline, (angle * Math.PI) / 180, width);
    const [x, y] = place;
    const { shift, ha, va } = keySides[side];
    const [dx, dy] = shift.map((step) => step * distance);
    const both = { x: coordinates, y: coordinates };
    const text = new Text(x, y, this.text, { ...this.look.style, ha, va }, both, [dx, dy]);
    const byData = coordinates === "data";
    return [
      {
        data: {
          values: [byData ? { x: positions(frame, "x", [x])[0], y: positions(frame, "y", [y])[0] } : {}],
        },
        mark: {
          type: "point",
          clip: false,
          shape: `M${corners.map(([cx, cy]) => `${px(cx)},${px(cy)}`).join("L")}Z`,
          size: 4,
          ...fillProperties(paintAt(this.arrows.faces(), 0)),
          stroke: specColor(style.edge),
        },
        encoding: byData
          ? { x: quantity("x"), y: quantity("y") }
          : { x: { value: px(x * frame.width) }, y: { value: px((1 - y) * frame.height) } },
      },
      ...text.layers(frame),
    ];
  }

  /** Where it stands in its axes. */
  private placed(): { at: readonly [number, number]; coordinates: Coordinates } {
    const { coordinates } = this.look;
    if (coordinates === "axes" || coordinates === "data") return { at: this.at, coordinates };
    return { at: sharesOf(this.owner as AxesBase, this.at, coordinates), coordinates: "axes" };
  }
}
