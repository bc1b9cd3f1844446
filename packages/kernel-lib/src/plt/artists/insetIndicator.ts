import { specColor, type Paint } from "../color/color";
import { placeOf, inData } from "../coordinates";
import type { Artist, Frame, Json } from "../model/artist";
import { px } from "../spec/theme";
import { Drawn } from "./drawn";

/** How the frame around what an inset shows looks. */
export interface IndicatorStyle {
  face: Paint;
  edge: Paint;
  /** In points. */
  linewidth: number;
}

/** The sides of something in pixels of the axes. */
export interface Sides {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** The frame around what other axes show of these, and lines from its corners to those of the others. */
export class InsetIndicator extends Drawn implements Artist {
  zorder = 4.99;
  label = "";

  constructor(
    /** What is shown, in data. */
    readonly bounds: () => { x: readonly [number, number]; y: readonly [number, number] },
    /** Where it is shown; undefined for no lines there. */
    readonly inset: ((frame: Frame) => Sides) | undefined,
    readonly style: IndicatorStyle,
  ) {
    super();
  }

  range() {
    return undefined;
  }

  layers(frame: Frame): Json[] {
    const { x, y } = this.bounds();
    const across = x.map((value) => placeOf(frame, "x", value, inData)).sort((a, b) => a - b);
    const down = y.map((value) => placeOf(frame, "y", value, inData)).sort((a, b) => a - b);
    const own: Sides = { left: across[0], right: across[1], top: down[0], bottom: down[1] };
    const { face, edge, linewidth } = this.style;
    const look = {
      stroke: specColor(edge),
      strokeWidth: px(linewidth * frame.pt),
      ...(edge.alpha < 1 && { strokeOpacity: edge.alpha }),
    };
    const at = (length: number) => ({ value: px(length) });
    const lines = this.connectors(own, this.inset?.(frame)).map(([x1, y1, x2, y2]) => ({
      data: { values: [{}] },
      mark: { type: "rule", clip: false, ...look },
      encoding: { x: at(x1), y: at(y1), x2: at(x2), y2: at(y2) },
    }));
    const frameLayer = {
      data: { values: [{}] },
      mark: {
        type: "rect",
        clip: false,
        fill: face.color === "none" ? null : specColor(face),
        ...(face.alpha < 1 && face.color !== "none" && { fillOpacity: face.alpha }),
        ...look,
        strokeJoin: "miter",
      },
      encoding: { x: at(own.left), x2: at(own.right), y: at(own.top), y2: at(own.bottom) },
    };
    return [frameLayer, ...lines];
  }

  /** Lines between corners: of the four, the two that cross neither the frame nor the inset. */
  private connectors(own: Sides, inset: Sides | undefined): [number, number, number, number][] {
    if (!inset) return [];
    const [x0, x1] = [own.left < inset.left, own.right < inset.right];
    // Upwards, as in data.
    const [y0, y1] = [own.bottom > inset.bottom, own.top > inset.top];
    const shown = [
      { is: x0 !== y0, side: "left", end: "bottom" },
      { is: x0 === y1, side: "left", end: "top" },
      { is: x1 === y0, side: "right", end: "bottom" },
      { is: x1 !== y1, side: "right", end: "top" },
    ] as const;
    return shown
      .filter(({ is }) => is)
      .map(({ side, end }) => [own[side], own[end], inset[side], inset[end]]);
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return "InsetIndicator()";
  }
}
