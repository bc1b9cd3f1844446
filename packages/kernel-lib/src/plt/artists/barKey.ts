import type { Artist, Frame, Json, LegendKey } from "../model/artist";
import { Drawn } from "./drawn";
import { patchKey, type FilledStyle } from "./filled";

/** The name of one of several bars that are drawn together: it draws nothing, but stands for the bar in a legend. */
export class BarKey extends Drawn implements Artist {
  zorder = 1;

  constructor(
    private readonly style: FilledStyle,
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
    return patchKey(frame, half, this.style);
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return `BarKey(${this.label})`;
  }
}
