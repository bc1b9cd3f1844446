import type { Paint } from "../color/color";
import {
  pixel,
  rangeOf,
  unite,
  emptyRange,
  type Artist,
  type Direction,
  type Frame,
  type Json,
} from "../model/artist";
import type { Corners } from "../model/polar";
import { columns, positions, quantity } from "../spec/data";
import { Drawn } from "./drawn";
import { edgeProperties, patchKey, type FilledStyle } from "./filled";
import { hatchLayers, hatchPaint } from "./hatched";
import { fillProperties, fixedColor, paintAt, runsAlike, tooManyRuns } from "./paints";

/** Filled shapes that share a name, each by its outline. */
export class Outlines extends Drawn implements Artist {
  zorder = 1;
  readonly group = true;

  constructor(
    readonly paths: readonly Corners[],
    readonly style: FilledStyle,
    public label = "",
  ) {
    super();
  }

  range(direction: Direction) {
    return this.paths.map((path) => rangeOf(path[direction])).reduce(unite, emptyRange);
  }

  layers(frame: Frame): Json[] {
    const { face, edge, hatch } = this.style;
    const runs = runsAlike(this.paths.length, face, edge);
    const many = tooManyRuns(runs);
    const layer = (shapes: readonly number[], fill: Paint, stroke: Paint): Json => {
      const along = (direction: Direction) =>
        shapes.flatMap((k) => [...positions(frame, direction, this.paths[k][direction])]);
      const each = <T>(value: (k: number) => T) =>
        shapes.flatMap((k) => Array.from(this.paths[k].x, () => value(k)));
      return {
        ...columns({
          x: along("x"),
          y: along("y"),
          ...(shapes.length > 1 && { shape: each((k) => k) }),
          ...(many && { fill: each((k) => fixedColor(paintAt(face, k))) }),
        }),
        mark: {
          type: "line",
          clip: true,
          strokeJoin: "miter",
          ...fillProperties(fill),
          ...edgeProperties(this.style, stroke, frame),
        },
        encoding: {
          x: quantity("x"),
          y: quantity("y"),
          ...(shapes.length > 1 && { detail: { field: "shape", type: "nominal" } }),
          ...(many && { fill: { field: "fill", type: "nominal", scale: null, legend: null } }),
        },
      };
    };
    const every = this.paths.map((_, k) => k);
    const shapes = many
      ? [layer(every, paintAt(face, 0), paintAt(edge, 0))]
      : runs.map((run) => layer(run, paintAt(face, run[0]), paintAt(edge, run[0])));
    const patterns = hatch
      ? this.paths.flatMap((path, k) =>
          hatchLayers(frame, [path], hatch[k % hatch.length], hatchPaint(paintAt(edge, k), paintAt(face, k))),
        )
      : [];
    return [...shapes, ...patterns];
  }

  key(frame: Frame, half: number) {
    return patchKey(frame, half, this.style);
  }

  obstacles(frame: Frame) {
    const along = (path: Corners, direction: Direction) =>
      Float64Array.from(path[direction], (value) => pixel(frame, direction, value));
    return {
      lines: this.paths.map((path): [ArrayLike<number>, ArrayLike<number>] => [
        along(path, "x"),
        along(path, "y"),
      ]),
    };
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return `<Outlines of ${this.paths.length} shapes>`;
  }
}
