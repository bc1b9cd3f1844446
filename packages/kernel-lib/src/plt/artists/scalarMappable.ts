import { readColormap, type ColormapName } from "../color/colormap";
import type { ColorMapping } from "../color/mapping";
import { number } from "../options/readers";
import { Drawn } from "./drawn";

/** What shows values as colours, by a mapping that can be changed until it is drawn. */
export abstract class ScalarMappable extends Drawn {
  constructor(public mapping: ColorMapping) {
    super();
  }

  /** The values that have the first and the last colour. */
  getClim(): [number, number] {
    return [this.mapping.vmin, this.mapping.vmax];
  }

  /** Sets the values that have the first and the last colour. */
  setClim(vmin: number, vmax: number): void {
    const ends = [number()("setClim", "vmin", vmin), number()("setClim", "vmax", vmax)];
    [this.mapping.vmin, this.mapping.vmax] = ends;
  }

  /** Sets the colormap. */
  setCmap(cmap: ColormapName): void {
    this.mapping.colormap = readColormap("setCmap", cmap);
  }
}
