import type { Path } from "../contour";
import { layoutWidth } from "../text/layoutWidth";
import { mathtext } from "../text/mathtext";
import { pixel, type Frame, type Json } from "../model/artist";
import { Text } from "./text";
import type { TextStyle } from "./textStyle";

/** How the levels of contour lines are written on them. */
export interface ContourLabelling {
  /** The text for each level, by its place; empty where none is written. */
  texts: readonly string[];
  /** How the text of each level looks, by its place. */
  styles: readonly TextStyle[];
  /** Whether the line makes room for the text. */
  inline: boolean;
  /** How much room beside the text, in pixels. */
  spacing: number;
}

type Point = readonly [x: number, y: number];

/** Where a line has room for a text, turned as the line runs there. */
interface LabelPlace {
  /** The number of the corner in its middle. */
  corner: number;
  at: Point;
}

/** Lines of a level with their labels: what is left of the lines, and the texts. */
export function labelled(
  frame: Frame,
  paths: readonly Path[],
  labelling: ContourLabelling,
  level: number,
  taken: (readonly [number, number])[],
): { paths: Path[]; texts: Json[] } {
  const style = labelling.styles[level];
  const text = labelling.texts[level];
  if (text === "") return { paths: [...paths], texts: [] };
  const width = layoutWidth(mathtext(text), style.fontsize * frame.pt);
  const texts: Json[] = [];
  const rest = paths.flatMap((path) => {
    const points = Array.from(path.x, (x, i): Point => [pixel(frame, "x", x), pixel(frame, "y", path.y[i])]);
    const place = hasRoom(points, width) ? straightest(points, width, taken) : undefined;
    if (!place) return [path];
    taken.push(place.at);
    const run = new Run(path, points, place.corner);
    const [from, to] = [run.at(-width / 2), run.at(width / 2)];
    const turn = (Math.atan2(from.y - to.y, to.x - from.x) * 180) / Math.PI;
    const [x, y] = [path.x[place.corner], path.y[place.corner]];
    // Never upside down.
    const rotation = ((((turn + 90) % 180) + 180) % 180) - 90;
    const label = new Text(x, y, text, { ...style, rotation, ha: "center", va: "center" });
    texts.push(...label.layers(frame));
    return labelling.inline ? run.without(width / 2 + labelling.spacing) : [path];
  });
  return { paths: rest, texts };
}

function hasRoom(points: readonly Point[], width: number): boolean {
  const reach = (side: 0 | 1) => {
    const values = points.map((point) => point[side]);
    return Math.max(...values) - Math.min(...values);
  };
  return points.length > 10 * width || reach(0) > 1.2 * width || reach(1) > 1.2 * width;
}

/** The middle of the stretch that is nearest to a straight line and not too close to another label. */
function straightest(points: readonly Point[], width: number, taken: readonly Point[]): LabelPlace {
  const blocks = width > 1 ? Math.ceil(points.length / width) : 1;
  const length = blocks === 1 ? points.length : Math.floor(width);
  const point = (at: number) => points[at % points.length];
  const bends = Array.from({ length: blocks }, (_, block) => {
    const [first, last] = [point(block * length), point(block * length + length - 1)];
    const [dx, dy] = [last[0] - first[0], last[1] - first[1]];
    let sum = 0;
    for (let i = 0; i < length; i++) {
      const [x, y] = point(block * length + i);
      sum += Math.abs((first[1] - y) * dx - (first[0] - x) * dy);
    }
    return sum / Math.hypot(dx, dy);
  });
  const order = bends.map((_, block) => block).sort((a, b) => bends[a] - bends[b] || a - b);
  const corner = (block: number) => (block * length + Math.floor(length / 2)) % points.length;
  const isFree = (block: number) => {
    const [x, y] = points[corner(block)];
    return taken.every((other) => Math.hypot(x - other[0], y - other[1]) >= 1.2 * width);
  };
  const chosen = corner(order.find(isFree) ?? order[0]);
  return { corner: chosen, at: points[chosen] };
}

/** A place along a path, in pixels and in data. */
interface Stop {
  x: number;
  y: number;
  data: Point;
}

/** A path measured along its length from one of its corners; a closed one begins and ends there. */
class Run {
  private readonly stops: Stop[];
  /** Distances from the corner along the path, negative before it; one for each stop. */
  private readonly along: number[];
  private readonly closed: boolean;

  constructor(path: Path, points: readonly Point[], corner: number) {
    const last = points.length - 1;
    const stop = (i: number): Stop => ({ x: points[i][0], y: points[i][1], data: [path.x[i], path.y[i]] });
    this.closed = path.closed;
    const order = this.closed
      ? Array.from({ length: points.length }, (_, i) => (corner + i) % last)
      : points.map((_, i) => i);
    this.stops = order.map(stop);
    let length = 0;
    const lengths = this.stops.map(({ x, y }, i) => {
      if (i > 0) length += Math.hypot(x - this.stops[i - 1].x, y - this.stops[i - 1].y);
      return length;
    });
    this.along = this.closed ? lengths : lengths.map((each) => each - lengths[corner]);
  }

  /** The place at a distance from the corner; the nearest end where the path is shorter. */
  at(distance: number): Stop {
    const { stops, along } = this;
    const whole = along[along.length - 1];
    const wanted = this.closed && distance < 0 ? distance + whole : distance;
    const after = along.findIndex((each) => each >= wanted);
    if (after < 0) return stops[stops.length - 1];
    if (after === 0) return stops[0];
    const part = (wanted - along[after - 1]) / (along[after] - along[after - 1]);
    const [a, b] = [stops[after - 1], stops[after]];
    const between = (from: number, to: number) => from + part * (to - from);
    return {
      x: between(a.x, b.x),
      y: between(a.y, b.y),
      data: [between(a.data[0], b.data[0]), between(a.data[1], b.data[1])],
    };
  }

  /** The path without what is within a distance of the corner. */
  without(distance: number): Path[] {
    const whole = this.along[this.along.length - 1];
    const piece = (from: number, to: number): Path[] => {
      if (!(from < to)) return [];
      const inner = this.stops.filter((_, i) => this.along[i] > from && this.along[i] < to);
      const all = [this.at(from), ...inner, this.at(to)].map(({ data }) => data);
      return [{ x: all.map(([x]) => x), y: all.map(([, y]) => y), closed: false }];
    };
    if (this.closed) return piece(distance, whole - distance);
    return [...piece(this.along[0], -distance), ...piece(distance, whole)];
  }
}
