import { defaultPaint, specColor } from "../color/color";
import { inData, placeOf, type Measured } from "../coordinates";
import { positions, quantity } from "../spec/data";
import { specText } from "../spec/specText";
import { isLight, px, standingOn } from "../spec/theme";
import { mathtext } from "../text/mathtext";
import { textWidth } from "../textMetrics";
import type { Artist, Direction, Frame, Json } from "../model/artist";
import { fillProperties, strokeProperties } from "./paints";
import { dashProperties } from "../linestyle";
import type { PolarPlane } from "../model/polar";
import { TextLooks } from "./textLooks";
import type { TextBox, TextStyle } from "./textStyle";

/** Where the baseline and the foot of letters lie, over the font size. */
const descent = 0.236;
const ascent = 0.76;
/** Usual distance of the lines of a text, and what lies above the first and below the last of several, over the font size. */
const usualStep = 1.2;
const lineGap = 0.1;

/** A text at a place. It is not cut off at the axes and has no part in their limits. */
export class Text extends TextLooks implements Artist {
  zorder = 3;
  label = "";

  constructor(
    public x: number,
    public y: number,
    public text: string,
    public style: TextStyle,
    readonly coordinates: Measured = inData,
    /** Distance from the place in points, right and up. */
    readonly shift: readonly [number, number] = [0, 0],
  ) {
    super();
  }

  range() {
    return undefined;
  }

  projected(plane: PolarPlane): Text {
    if (this.coordinates.x !== "data") return this;
    const [x, y] = plane.at(this.x, this.y);
    return new Text(x, y, this.text, this.style, { x: "axes", y: "axes" }, this.shift);
  }

  /** Where the place is, in pixels from the left and the top of the axes. */
  anchor(frame: Frame): [x: number, y: number] {
    const at = (direction: Direction) => placeOf(frame, direction, this[direction], this.coordinates);
    return [at("x") + this.shift[0] * frame.pt, at("y") - this.shift[1] * frame.pt];
  }

  /** The same for axes whose upper left corner is so many pixels to the right and down. */
  seenFrom({ pt }: Frame, { left, top }: { left: number; top: number }): Text {
    const shift = [this.shift[0] - left / pt, this.shift[1] + top / pt] as const;
    return new Text(this.x, this.y, this.text, this.style, this.coordinates, shift);
  }

  private get lineStep(): number {
    return this.style.linespacing ?? usualStep;
  }

  /** Size before it is turned, in pixels, and how much of it lies below the baseline of the last line. */
  private size(frame: Frame): { width: number; height: number; lines: number; below: number } {
    const lines = mathtext(this.text).split("\n");
    const several = lines.length > 1;
    const size = this.style.fontsize * frame.pt;
    const bold = this.style.fontweight === "bold" || Number(this.style.fontweight) >= 600;
    return {
      width: Math.max(...lines.map((line) => textWidth(line, size, { bold }))),
      height: (several ? (lines.length - 1) * this.lineStep + usualStep : ascent + descent) * size,
      lines: lines.length,
      below: (several ? descent + lineGap : descent) * size,
    };
  }

  /** The centre of the text, and the box around it once turned, in pixels. */
  extent(frame: Frame): { centre: [number, number]; width: number; height: number } {
    const [x, y] = this.anchor(frame);
    const { width, height, lines, below } = this.size(frame);
    const angle = (this.style.rotation * Math.PI) / 180;
    const [cos, sin] = [Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle))];
    const turned = { width: width * cos + height * sin, height: width * sin + height * cos };
    const aligned = this.style.turnedLast ? { width, height } : turned;
    const across = { left: 0.5, center: 0, right: -0.5 }[this.style.ha] * aligned.width;
    const down = {
      top: aligned.height / 2,
      center: 0,
      center_baseline: lines > 1 ? below / 2 : 0,
      bottom: -aligned.height / 2,
      baseline: -aligned.height / 2 + below,
    }[this.style.va];
    if (this.style.turnedLast) {
      const turn = (part: number, other: number) => part * Math.cos(angle) + other * Math.sin(angle);
      return { centre: [x + turn(across, down), y + turn(down, -across)], ...turned };
    }
    return { centre: [x + across, y + down], ...turned };
  }

  layers(frame: Frame): Json[] {
    const { style } = this;
    if (!this.anchor(frame).every(Number.isFinite)) return [];
    const { centre, width, height } = this.extent(frame);
    const turned = style.rotation % 360 !== 0;
    const [x, y] = this.anchor(frame);
    const baselines = {
      top: "top",
      center: "middle",
      center_baseline: "middle",
      baseline: "alphabetic",
      bottom: "bottom",
    };
    const size = px(style.fontsize * frame.pt);
    const own = this.size(frame);
    const several = own.lines > 1;
    // Lines are written from the first baseline on, which is placed in the box around all of them.
    const first = -own.height / 2 + (lineGap + ascent) * size;
    const side = several ? (style.ma ?? style.ha) : style.ha;
    const across = { left: -own.width / 2, center: 0, right: own.width / 2 }[side];
    const written = this.placed(frame, turned ? [centre[0] - x, centre[1] - y] : [0, 0], {
      type: "text",
      clip: false,
      text: specText(this.text),
      align: turned && !several ? "center" : side,
      baseline: several ? "alphabetic" : turned ? "middle" : baselines[style.va],
      ...(turned && { angle: ((-style.rotation % 360) + 360) % 360 }),
      fontSize: size,
      ...(several && {
        lineHeight: px(this.lineStep * size),
        dx: turned ? px(across) : side === style.ha ? 0 : px(centre[0] - x + across),
        dy: px(turned ? first : centre[1] - y + first),
      }),
      ...(style.fontweight !== undefined && { fontWeight: style.fontweight }),
      ...(style.fontstyle !== undefined && { fontStyle: style.fontstyle }),
      ...(style.family !== undefined && { font: style.family }),
      fill: specColor(style.color ?? defaultPaint("text.color")),
      ...(style.alpha !== undefined && { fillOpacity: style.alpha }),
    });
    if (!style.box) return [written];
    const text = isLight(style.box.face) ? standingOn(written, style.box.face) : written;
    const pad = style.box.pad * size;
    const middle = [centre[0] - x, centre[1] - y];
    if (turned) return [this.turnedBox(frame, middle as [number, number], own, style.box), text];
    const half = [width / 2 + pad, height / 2 + pad];
    const box = this.placed(frame, [middle[0] - half[0], middle[1] - half[1]], {
      type: "rect",
      clip: false,
      x2Offset: px(middle[0] + half[0] + this.shift[0] * frame.pt),
      y2Offset: px(middle[1] + half[1] - this.shift[1] * frame.pt),
      ...fillProperties(style.box.face),
      ...this.boxEdge(style.box, frame),
      ...(style.box.rounded && { cornerRadius: px(0.3 * size) }),
    });
    return [box, text];
  }

  private boxEdge({ edge, linewidth, linestyle }: TextBox, { pt }: Frame): Json {
    return { ...strokeProperties(edge, px(linewidth * pt)), ...dashProperties(linestyle, linewidth * pt) };
  }

  /** The box behind a turned text: a symbol whose outline is the turned box. */
  private turnedBox(
    frame: Frame,
    middle: readonly [number, number],
    { width, height }: { width: number; height: number },
    box: TextBox,
  ): Json {
    const { fontsize, rotation } = this.style;
    const size = fontsize * frame.pt;
    const half = [width / 2 + box.pad * size, height / 2 + box.pad * size];
    const angle = (-rotation * Math.PI) / 180;
    const turn = (x: number, y: number) =>
      `${px(x * Math.cos(angle) - y * Math.sin(angle))},${px(x * Math.sin(angle) + y * Math.cos(angle))}`;
    const corners = [
      [-1, -1],
      [1, -1],
      [1, 1],
      [-1, 1],
    ].map(([across, down]) => [across * half[0], down * half[1]]);
    return this.placed(frame, middle, {
      type: "point",
      clip: false,
      shape: `M${corners.map(([x_, y_]) => turn(x_, y_)).join("L")}Z`,
      size: 4,
      ...fillProperties(box.face),
      ...this.boxEdge(box, frame),
      strokeJoin: box.rounded ? "round" : "miter",
    });
  }

  /** A mark at the place, shifted by pixels right and down. */
  private placed(frame: Frame, [dx, dy]: readonly [number, number], mark: Json): Json {
    const data: Json = {};
    const encoding: Json = {};
    for (const direction of ["x", "y"] as const) {
      if (this.coordinates[direction] === "data") {
        data[direction] = positions(frame, direction, [this[direction]])[0];
        encoding[direction] = quantity(direction);
        if (mark.type === "rect") encoding[`${direction}2`] = { field: direction };
      } else {
        const value = px(direction === "x" ? this.x * frame.width : (1 - this.y) * frame.height);
        encoding[direction] = { value };
        if (mark.type === "rect") encoding[`${direction}2`] = { value };
      }
    }
    return {
      data: { values: [data] },
      mark: {
        ...mark,
        xOffset: px(dx + this.shift[0] * frame.pt),
        yOffset: px(dy - this.shift[1] * frame.pt),
      },
      encoding,
    };
  }

  /** What it covers, its box not counted, by its edges in pixels of the axes. */
  covers(frame: Frame): [left: number, top: number, right: number, bottom: number][] {
    if (this.text === "" || !this.anchor(frame).every(Number.isFinite)) return [];
    const { centre, width, height } = this.extent(frame);
    const [x, y] = centre;
    return [[x - width / 2, y - height / 2, x + width / 2, y + height / 2]];
  }

  obstacles(frame: Frame) {
    return { boxes: this.covers(frame) };
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return `Text(${this.x}, ${this.y}, ${JSON.stringify(this.text)})`;
  }
}
