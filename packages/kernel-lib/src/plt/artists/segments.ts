import type { Paint } from "../color/color";
import { dashProperties, type Linestyle } from "../linestyle";
import { columns, positions, quantity } from "../spec/data";
import { px } from "../spec/theme";
import {
  rangeOf,
  unite,
  type Artist,
  type Direction,
  type Frame,
  type Json,
  type LegendKey,
} from "../model/artist";
import { noPaint, paintAt, runsAlike, strokeProperties } from "./paints";
import type { PolarPlane } from "../model/polar";
import { Drawn } from "./drawn";

/** The looks of segments. */
export interface SegmentStyle {
  color: readonly Paint[];
  linestyle: Linestyle;
  /** In points. */
  linewidth: number;
}

/** Straight pieces from point to point. */
export class SegmentCollection extends Drawn implements Artist {
  zorder = 2;

  constructor(
    readonly x: ArrayLike<number>,
    readonly y: ArrayLike<number>,
    readonly x2: ArrayLike<number>,
    readonly y2: ArrayLike<number>,
    readonly style: SegmentStyle,
    public label = "",
  ) {
    super();
  }

  range(direction: Direction) {
    const [from, to] = direction === "x" ? [this.x, this.x2] : [this.y, this.y2];
    return unite(rangeOf(from), rangeOf(to));
  }

  projected(plane: PolarPlane): Artist {
    const [from, to] = [plane.places(this.x, this.y), plane.places(this.x2, this.y2)];
    return new SegmentCollection(from.x, from.y, to.x, to.y, this.style);
  }

  layers(frame: Frame): Json[] {
    const fields = {
      x: positions(frame, "x", this.x),
      y: positions(frame, "y", this.y),
      x2: positions(frame, "x", this.x2),
      y2: positions(frame, "y", this.y2),
    };
    const width = px(this.style.linewidth * frame.pt);
    const dashes = dashProperties(this.style.linestyle, width);
    return runsAlike(this.x.length, this.style.color).map((run) => ({
      ...columns(
        Object.fromEntries(Object.entries(fields).map(([name, values]) => [name, run.map((i) => values[i])])),
      ),
      mark: {
        type: "rule",
        clip: true,
        ...strokeProperties(paintAt(this.style.color, run[0]), width),
        ...dashes,
      },
      encoding: { x: quantity("x"), y: quantity("y"), x2: { field: "x2" }, y2: { field: "y2" } },
    }));
  }

  key(frame: Frame, half: number): LegendKey {
    return {
      path: `M${-half},0H${half}`,
      stroke: this.style.color[0] ?? noPaint,
      fill: noPaint,
      strokeWidth: this.style.linewidth * frame.pt,
    };
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return `<SegmentCollection of ${this.x.length} segments>`;
  }
}
