import type { Paint } from "../color/color";
import type { Artist, Frame, Json, LegendKey } from "../model/artist";
import { Drawn } from "./drawn";
import { patchKey } from "./filled";

/** The name of one of several bars that are drawn together: it draws nothing, but stands for the bar in a legend. */
export class BarKey extends Drawn implements Artist {
  zorder = 1;

  constructor(
    private readonly face: Paint,
    private readonly edge: Paint,
    /** Width of the edge in points. */
    private readonly linewidth: number,
    public label: string,
  ) {
    super();
  }

  range() {
    return undefined;
  }

  layers(): Json[] {
    return [];
  }

  key(frame: Frame, half: number): LegendKey {
    return patchKey(half, this.face, this.edge, this.linewidth * frame.pt);
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return `BarKey(${this.label})`;
  }
}
