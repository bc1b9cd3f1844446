import { columns, positions, quantity } from "../spec/data";
import {
  pixel,
  rangeOf,
  unite,
  type Artist,
  type Direction,
  type Frame,
  type Json,
  type LegendKey,
} from "../model/artist";
import type { Corners, PolarPlane } from "../model/polar";
import type { AreaStyle } from "./area";
import { edgeProperties, patchKey } from "./filled";
import { hatchLayers, hatchPaint } from "./hatched";
import { fillProperties } from "./paints";
import { Outlines } from "./outlines";
import { Drawn } from "./drawn";

/** The outline of a histogram: steps over the bins, closed along their foot where it is filled. */
export class StepPatch extends Drawn implements Artist {
  zorder = 1;

  constructor(
    readonly edges: readonly number[],
    readonly tops: readonly number[],
    readonly base: readonly number[],
    /** The direction of the counts. */
    readonly footed: Direction,
    readonly style: AreaStyle,
    public label = "",
  ) {
    super();
  }

  range(direction: Direction) {
    return direction === this.footed ? unite(rangeOf(this.tops), rangeOf(this.base)) : rangeOf(this.edges);
  }

  sticky(direction: Direction): readonly number[] {
    return direction === this.footed ? Array.from(new Set(this.base)) : [];
  }

  /** The corners: up at the first edge, over every bin, down at the last. */
  private outline(): { along: number[]; count: number[]; foot: number[] } {
    const along: number[] = [this.edges[0]];
    const count: number[] = [this.base[0]];
    const foot: number[] = [this.base[0]];
    this.tops.forEach((top, i) => {
      along.push(this.edges[i], this.edges[i + 1]);
      count.push(top, top);
      foot.push(this.base[i], this.base[i]);
    });
    const last = this.base.length - 1;
    along.push(this.edges[last + 1]);
    count.push(this.base[last]);
    foot.push(this.base[last]);
    return { along, count, foot };
  }

  /** The outline with the way back along its foot. */
  private closed({ along, count, foot }: { along: number[]; count: number[]; foot: number[] }): Corners {
    const there = Float64Array.from([...along, ...[...along].reverse()]);
    const counts = Float64Array.from([...count, ...[...foot].reverse()]);
    return this.footed === "y" ? { x: there, y: counts } : { x: counts, y: there };
  }

  projected(plane: PolarPlane): Artist {
    const { along, count, foot } = this.outline();
    const { face } = this.style;
    const closed = face[0].color !== "none";
    const there = closed ? [...along, ...[...along].reverse()] : along;
    const counts = closed ? [...count, ...foot.reverse()] : count;
    const path = this.footed === "y" ? plane.places(there, counts) : plane.places(counts, there);
    return new Outlines([path], this.style);
  }

  layers(frame: Frame): Json[] {
    const other = this.footed === "x" ? "y" : "x";
    const { along, count, foot } = this.outline();
    const { face, edge, hatch } = this.style;
    const filled = face[0].color !== "none";
    const fields = {
      along: positions(frame, other, along),
      count: positions(frame, this.footed, count),
      ...(filled && { foot: positions(frame, this.footed, foot) }),
    };
    return [
      {
        ...columns(fields),
        mark: {
          type: filled ? "area" : "line",
          clip: true,
          ...(filled && {
            orient: this.footed === "y" ? "vertical" : "horizontal",
            ...fillProperties(face[0]),
          }),
          ...edgeProperties(this.style, edge[0], frame),
          strokeJoin: "miter",
        },
        encoding: {
          [other]: quantity("along"),
          [this.footed]: filled ? { ...quantity("count"), stack: null } : quantity("count"),
          ...(filled && { [`${this.footed}2`]: { field: "foot" } }),
        },
      },
      ...hatchLayers(frame, [this.closed({ along, count, foot })], hatch?.[0], hatchPaint(edge[0], face[0])),
    ];
  }

  key(frame: Frame, half: number): LegendKey {
    return patchKey(frame, half, this.style);
  }

  obstacles(frame: Frame) {
    const other = this.footed === "x" ? "y" : "x";
    const { along, count } = this.outline();
    const there = along.map((value) => pixel(frame, other, value));
    const high = count.map((value) => pixel(frame, this.footed, value));
    const line: [number[], number[]] = this.footed === "y" ? [there, high] : [high, there];
    return { lines: [line] };
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return `<StepPatch of ${this.tops.length} bins>`;
  }
}
