import type { Paint } from "../color/color";
import type { Box, SubplotParams } from "./cells";
import { Panel } from "./panel";

/** A part of a figure, with axes and a title of its own. */
export abstract class SubFigureBase extends Panel {
  params: SubplotParams;
  facecolor: Paint;
  /** Whether it has a background of its own; else its parent's shines through. */
  filled: boolean;

  constructor(
    readonly parent: Panel,
    /** Its place in its parent. */
    public box: Box,
    background: Paint | undefined,
  ) {
    super();
    this.params = { ...parent.params };
    this.facecolor = background ?? parent.facecolor;
    this.filled = background !== undefined;
    parent.parts.push(this);
  }

  override setBackground(color: Paint): void {
    super.setBackground(color);
    this.filled = true;
  }

  get grounded(): boolean {
    return this.filled || this.parent.grounded;
  }

  get pt(): number {
    return this.parent.pt;
  }

  pixelSize(): { width: number; height: number } {
    const { width, height } = this.parent.pixelSize();
    return { width: this.box.width * width, height: this.box.height * height };
  }

  corner(): { left: number; top: number } {
    const { width, height } = this.parent.pixelSize();
    const { left, top } = this.parent.corner();
    return {
      left: left + this.box.left * width,
      top: top + (1 - this.box.bottom - this.box.height) * height,
    };
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    const { width, height } = this.pixelSize();
    return `<SubFigure size ${Math.round(width)}x${Math.round(height)} with ${this.axes.length} Axes>`;
  }
}
