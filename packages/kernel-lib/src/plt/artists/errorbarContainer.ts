import type { Artist, Direction, Frame, LegendKey } from "../model/artist";
import type { Line2D } from "./line";

/** Points with error bars, under one name. */
export class ErrorbarContainer implements Artist {
  zorder = 2;
  readonly group = true;

  constructor(
    /** The line through the points; undefined where there are error bars only. */
    readonly line: Line2D | undefined,
    readonly bars: readonly Artist[],
    readonly directions: readonly Direction[],
    public label = "",
  ) {}

  get parts(): readonly Artist[] {
    return this.line ? [this.line, ...this.bars] : this.bars;
  }

  range() {
    return undefined;
  }

  layers() {
    return [];
  }

  key(frame: Frame, half: number): LegendKey {
    const own = this.line?.key(frame, half) ?? this.bars[0].key?.(frame, half);
    const upright = this.directions.includes("y") ? `M0,${-half / 2}V${half / 2}` : "";
    const lying = this.directions.includes("x") ? `M${-half / 2},0H${half / 2}` : "";
    return { ...(own as LegendKey), path: `${own?.path ?? ""}${upright}${lying}` };
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return `<ErrorbarContainer object of ${this.parts.length} artists>`;
  }
}
