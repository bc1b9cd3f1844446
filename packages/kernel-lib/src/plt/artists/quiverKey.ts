import { arrowOutline, placedOutline } from "../arrows";
import { specColor } from "../color/color";
import type { Artist, Frame, Json } from "../model/artist";
import { positions, quantity } from "../spec/data";
import { px } from "../spec/theme";
import { Drawn } from "./drawn";
import { fillProperties, paintAt } from "./paints";
import type { Quiver } from "./quiver";
import { Text, type Coordinates, type TextStyle } from "./text";

/** Where the label of a key is, and what of the arrow is at its place then. */
export const keySides = {
  N: { pivot: "mid", shift: [0, 1], ha: "center", va: "bottom" },
  S: { pivot: "mid", shift: [0, -1], ha: "center", va: "top" },
  E: { pivot: "tip", shift: [1, 0], ha: "left", va: "center" },
  W: { pivot: "tail", shift: [-1, 0], ha: "right", va: "center" },
} as const;

/** An arrow of a known length, and what it stands for. */
export class QuiverKey extends Drawn implements Artist {
  label = "_nolegend_";
  zorder: number;
  private readonly text: Text;

  constructor(
    readonly arrows: Quiver,
    readonly at: readonly [x: number, y: number],
    readonly length: number,
    text: string,
    private readonly look: {
      side: keyof typeof keySides;
      coordinates: Coordinates;
      angle: number;
      /** Distance of the label in points. */
      distance: number;
      style: Omit<TextStyle, "ha" | "va">;
    },
  ) {
    super();
    this.zorder = arrows.zorder + 0.1;
    const { shift, ha, va } = keySides[look.side];
    const coordinates = { x: look.coordinates, y: look.coordinates };
    const [dx, dy] = shift.map((side) => side * look.distance);
    this.text = new Text(at[0], at[1], text, { ...look.style, ha, va }, coordinates, [dx, dy]);
  }

  range() {
    return undefined;
  }

  layers(frame: Frame): Json[] {
    const { style } = this.arrows;
    const { width, lengthOf } = this.arrows.measured(frame);
    const { coordinates, side, angle } = this.look;
    const outline = arrowOutline(lengthOf(this.length), { ...style, pivot: keySides[side].pivot });
    const corners = placedOutline(outline, (angle * Math.PI) / 180, width);
    const [x, y] = this.at;
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
      ...this.text.layers(frame),
    ];
  }
}
