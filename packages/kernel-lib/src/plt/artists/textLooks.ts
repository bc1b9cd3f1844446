import { addSnakeNames } from "../../array/snakeMembers";
import { paint, type Color } from "../color/color";
import { choice, number, pair, share, text, type Scalar } from "../options/readers";
import { rotation, textSizeOption } from "../settings/font";
import { Drawn } from "./drawn";
import type { TextStyle } from "./textStyle";

/** What a text says and how it looks, which can be asked for and changed. */
export abstract class TextLooks extends Drawn {
  abstract x: number;
  abstract y: number;
  abstract text: string;
  abstract style: TextStyle;

  private change(part: Partial<TextStyle>): void {
    this.style = { ...this.style, ...part };
  }

  /** The text, as given. */
  getText(): string {
    return this.text;
  }

  /** Its place. */
  getPosition(): [x: number, y: number] {
    return [this.x, this.y];
  }

  /** Its size in points. */
  getFontsize(): number {
    return this.style.fontsize;
  }

  /** Sets the text. */
  setText(value: string | number): void {
    this.text = text("setText", "text", value);
  }

  /** Sets its place, in what it is measured in already. */
  setPosition(place: readonly [x: Scalar, y: Scalar]): void {
    [this.x, this.y] = pair("setPosition", "place", place);
  }

  /** Sets the first part of its place. */
  setX(x: Scalar): void {
    this.x = number()("setX", "x", x);
  }

  /** Sets the second part of its place. */
  setY(y: Scalar): void {
    this.y = number()("setY", "y", y);
  }

  /** Sets the colour. */
  setColor(color: Color): void {
    this.change({ color: paint("setColor", color) });
  }

  /** Sets the opacity from 0 to 1. */
  setAlpha(alpha: Scalar): void {
    this.change({ alpha: share("setAlpha", "alpha", alpha) });
  }

  /** Sets the size in points, or by a name such as "large". */
  setFontsize(size: Scalar | string): void {
    this.change({ fontsize: textSizeOption("setFontsize", "size", size) });
  }

  /** Sets how bold it is: "normal", "bold" or a number. */
  setFontweight(weight: string | number): void {
    this.change({ fontweight: weight });
  }

  /** Sets whether it is slanted: "normal", "italic" or "oblique". */
  setFontstyle(style: "normal" | "italic" | "oblique"): void {
    this.change({ fontstyle: choice("normal", "italic", "oblique")("setFontstyle", "style", style) });
  }

  /** Sets the family of its font. */
  setFontfamily(family: string): void {
    this.change({ family: text("setFontfamily", "family", family) });
  }

  /** Turns it, in degrees, counter-clockwise. */
  setRotation(angle: Scalar | "horizontal" | "vertical"): void {
    this.change({ rotation: rotation("setRotation", "angle", angle) });
  }

  /** Sets where its place is in it: "left", "center" or "right". */
  setHorizontalalignment(place: "left" | "center" | "right"): void {
    this.change({ ha: choice("left", "center", "right")("setHorizontalalignment", "place", place) });
  }

  /** Sets where its place is in it: "top", "center", "baseline", "bottom" or "center_baseline". */
  setVerticalalignment(place: TextStyle["va"]): void {
    const places = ["top", "center", "baseline", "bottom", "center_baseline"] as const;
    this.change({ va: choice(...places)("setVerticalalignment", "place", place) });
  }

  /** The same as {@link setHorizontalalignment}. */
  setHa(place: "left" | "center" | "right"): void {
    this.setHorizontalalignment(place);
  }

  /** The same as {@link setVerticalalignment}. */
  setVa(place: TextStyle["va"]): void {
    this.setVerticalalignment(place);
  }
}

addSnakeNames(TextLooks.prototype);
