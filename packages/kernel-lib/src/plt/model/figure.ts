import { defaultPaint, type Paint } from "../color/color";
import { takeSettings, type Settings } from "../rcParams";
import type { AxesBase } from "./axes";
import { defaultSubplotParams, type SubplotParams } from "./cells";
import { Panel } from "./panel";

/** Axes, where they are, and their common title: plain data until it is shown. */
export abstract class FigureBase extends Panel {
  readonly parent = undefined;
  readonly grounded = false;
  facecolor: Paint = defaultPaint("figure.facecolor");
  params: SubplotParams = defaultSubplotParams();
  /** Whether the layout is to be fitted to the labels as the figure is shown. */
  tight: "tight" | "constrained" | undefined;
  /** Whether it has been displayed by itself, as the value of a cell. */
  shown = false;

  /** The settings as they were when its first axes were made, by which it is drawn. */
  settings: Settings = takeSettings();

  constructor(
    /** Place among the open figures. */
    readonly number: number,
    /** Size in inches. */
    public size: readonly [width: number, height: number],
    public dpi: number,
  ) {
    super();
  }

  protected override take(axes: AxesBase): void {
    if (this.axes.length === 0) this.settings = takeSettings();
    super.take(axes);
  }

  get pt(): number {
    return this.dpi / 72;
  }

  pixelSize(): { width: number; height: number } {
    return { width: this.size[0] * this.dpi, height: this.size[1] * this.dpi };
  }

  corner() {
    return { left: 0, top: 0 };
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    const { width, height } = this.pixelSize();
    return `<Figure size ${Math.round(width)}x${Math.round(height)} with ${this.axes.length} Axes>`;
  }
}
