import type { Paint } from "../color/color";
import { specColor } from "../color/color";
import type { ColorMapping } from "../color/mapping";
import { bandOutlines, levelLines, type Field, type Path } from "../contour";
import { dashProperties, type Linestyle } from "../linestyle";
import { columns, positions, quantity } from "../spec/data";
import { px } from "../spec/theme";
import { labelled, type ContourLabelling } from "./contourLabels";
import { hatchLayers, hatchPaint } from "./hatched";
import { noPaint } from "./paints";
import type { PolarPlane } from "../model/polar";
import { rangeOf, type Artist, type Direction, type Frame, type Json } from "../model/artist";

/** How one line, or the band between two levels, looks. */
export interface ContourStyle {
  paint: Paint;
  /** In points. */
  linewidth: number;
  linestyle: Linestyle;
  /** Letters of a pattern. Default: none. */
  hatch?: string;
}

/** Lines on which a field has certain levels, or the bands between them. */
export class ContourSet implements Artist {
  label = "";
  readonly zorder: number;
  readonly backdrop: boolean;
  /** How the levels of lines are written on them; undefined where they are not. */
  labelling?: ContourLabelling;
  /** The polar axes that it is drawn on. */
  private plane?: PolarPlane;

  constructor(
    readonly field: Field,
    readonly levels: readonly number[],
    readonly filled: boolean,
    /** One to a line, or to a band. */
    readonly styles: readonly ContourStyle[],
    public mapping: ColorMapping,
    readonly extend: "neither" | "min" | "max" | "both",
    zorder?: number,
  ) {
    this.backdrop = filled;
    this.zorder = zorder ?? (filled ? 1 : 2);
  }

  /** The ends of every band, lowest first. */
  bands(): [low: number, high: number][] {
    const { levels, extend, field } = this;
    const inner = levels.slice(1).map((high, k): [number, number] => [levels[k], high]);
    // The lowest band takes in values that are exactly its lower level, if that is the least there is.
    const { low } = rangeOf(field.z);
    if (inner.length > 0 && low === levels[0]) inner[0][0] -= 0.01 * Math.abs(levels[1] - levels[0]);
    const below: [number, number][] = extend === "min" || extend === "both" ? [[-Infinity, levels[0]]] : [];
    const above: [number, number][] =
      extend === "max" || extend === "both" ? [[levels[levels.length - 1], Infinity]] : [];
    return [...below, ...inner, ...above];
  }

  range(direction: Direction) {
    return rangeOf(direction === "x" ? this.field.x : this.field.y);
  }

  sticky(direction: Direction): readonly number[] {
    const { low, high } = this.range(direction);
    return [low, high];
  }

  projected(plane: PolarPlane): ContourSet {
    const { field, levels, filled, styles, mapping, extend, zorder, labelling } = this;
    const set = new ContourSet(field, levels, filled, styles, mapping, extend, zorder);
    return Object.assign(set, { labelling, plane });
  }

  /** Paths as they lie on the axes. */
  private lying(paths: readonly Path[]): readonly Path[] {
    const { plane } = this;
    if (!plane) return paths;
    return paths.map(({ x, y, closed }) => {
      const bent = plane.bent(x, y);
      return { x: [...bent.x], y: [...bent.y], closed };
    });
  }

  layers(frame: Frame): Json[] {
    if (!this.filled) {
      const taken: [number, number][] = [];
      const drawn = this.levels.map((level, k) => this.lines(frame, level, k, taken));
      return [...drawn.flatMap(({ lines }) => lines), ...drawn.flatMap(({ texts }) => texts)];
    }
    const bands = this.bands();
    const opaque = this.styles.every(({ paint }) => paint.alpha >= 1);
    const highest = bands[bands.length - 1][1];
    return bands.flatMap(([low, high], k) => {
      // Opaque bands lie over one another like steps of a pyramid, so that nothing shines through between them.
      const { paint, hatch } = this.styles[k];
      const outlines = this.lying(bandOutlines(this.field, low, opaque ? highest : high));
      const band = hatch ? this.lying(bandOutlines(this.field, low, high)) : [];
      return [
        ...(outlines.length === 0 ? [] : [this.area(frame, outlines, paint)]),
        ...hatchLayers(frame, band, hatch, hatchPaint(noPaint, paint)),
      ];
    });
  }

  private area(frame: Frame, outlines: readonly Path[], { color, alpha }: Paint): Json {
    return {
      ...pathData(frame, outlines),
      mark: {
        type: "line",
        clip: true,
        fill: specColor({ color, alpha }),
        stroke: null,
        ...(alpha < 1 && { fillOpacity: alpha }),
      },
      encoding: { x: quantity("x"), y: quantity("y") },
    };
  }

  /** The lines of a level, and their labels. */
  private lines(
    frame: Frame,
    level: number,
    k: number,
    taken: [number, number][],
  ): { lines: Json[]; texts: Json[] } {
    const whole = this.lying(levelLines(this.field, level));
    const { paths, texts } = this.labelling
      ? labelled(frame, whole, this.labelling, k, taken)
      : { paths: whole, texts: [] };
    if (paths.length === 0) return { lines: [], texts };
    const { paint, linewidth, linestyle } = this.styles[k];
    const dashes = dashProperties(linestyle, linewidth * frame.pt);
    const lines = [
      {
        ...pathData(frame, paths),
        mark: {
          type: "line",
          clip: true,
          stroke: specColor(paint),
          strokeWidth: px(linewidth * frame.pt),
          strokeJoin: "round",
          ...(paint.alpha < 1 && { strokeOpacity: paint.alpha }),
          ...dashes,
        },
        encoding: { x: quantity("x"), y: quantity("y") },
      },
    ];
    return { lines, texts };
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return `ContourSet(${this.levels.length} levels)`;
  }
}

/** Several paths as one mark: a gap between them begins anew, and holes run the other way. */
function pathData(frame: Frame, paths: readonly Path[]): Json {
  const joined = (direction: Direction) =>
    positions(
      frame,
      direction,
      paths.flatMap((path, k) => (k === 0 ? path[direction] : [NaN, ...path[direction]])),
    );
  return columns({ x: joined("x"), y: joined("y") });
}
