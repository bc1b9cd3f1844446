import type { Artist, Frame, LegendKey } from "../model/artist";
import type { Line2D } from "./line";
import type { SegmentCollection } from "./segments";

/** Stems, their heads and the line at their foot, under one name. */
export class StemContainer implements Artist {
  zorder = 2;
  readonly group = true;

  constructor(
    readonly markerline: Line2D,
    readonly stemlines: SegmentCollection,
    readonly baseline: Line2D,
    public label = "",
  ) {}

  get parts(): readonly Artist[] {
    return [this.stemlines, this.markerline, this.baseline];
  }

  range() {
    return undefined;
  }

  layers() {
    return [];
  }

  key(frame: Frame, half: number): LegendKey {
    return this.markerline.key(frame, half);
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return `<StemContainer object of ${this.parts.length} artists>`;
  }
}
