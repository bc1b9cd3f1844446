/** A flow on an even grid: its components by rows, in units of the data. */
export interface Flow {
  columns: number;
  rows: number;
  u: ArrayLike<number>;
  v: ArrayLike<number>;
  /** Distances of neighbours along x and along y. */
  step: readonly [number, number];
}

/** How streamlines are followed. Lengths are shares of the axes. */
export interface Following {
  /** How many lines there may be across and up, over 30. */
  density: readonly [number, number];
  minlength: number;
  maxlength: number;
  direction: "both" | "forward" | "backward";
  /** Whether lines end where they come close to another. */
  broken: boolean;
}

/** A place on the grid: 0 is the first column or row, 1 the next. */
export type GridPoint = readonly [x: number, y: number];

const mostStep = 0.1;
const tolerance = 0.003;

/** Rounds to a whole number, halves to an even one. */
const nearest = (x: number): number => {
  const floor = Math.floor(x);
  return x - floor === 0.5 ? floor + (floor % 2) : Math.round(x);
};

/** The value at a place between the points of a grid: bilinear. */
export function between({ columns, rows }: Flow, values: ArrayLike<number>, [x, y]: GridPoint): number {
  const [left, low] = [Math.floor(x), Math.floor(y)];
  const [right, high] = [Math.min(left + 1, columns - 1), Math.min(low + 1, rows - 1)];
  const [s, t] = [x - left, y - low];
  const along = (row: number) => values[row * columns + left] * (1 - s) + values[row * columns + right] * s;
  return along(low) * (1 - t) + along(high) * t;
}

/** Which parts of the axes a line runs through; no other line may begin in or enter these. */
class Occupied {
  private readonly taken: Uint8Array;
  private own: number[] = [];
  private current = -1;

  constructor(
    private readonly flow: Flow,
    readonly size: readonly [number, number],
    private readonly broken: boolean,
  ) {
    this.taken = new Uint8Array(size[0] * size[1]);
  }

  isFree = (cell: number): boolean => this.taken[cell] === 0;

  private cellOf([x, y]: GridPoint): number {
    const [across, up] = this.size;
    const column = nearest(x * ((across - 1) / (this.flow.columns - 1)));
    return nearest(y * ((up - 1) / (this.flow.rows - 1))) * across + column;
  }

  /** The place on the grid of the middle of a part. */
  placeOf(cell: number): GridPoint {
    const [across, up] = this.size;
    const place = (at: number, parts: number, count: number) => at * (1 / ((parts - 1) / (count - 1)));
    return [
      place(cell % across, across, this.flow.columns),
      place(Math.floor(cell / across), up, this.flow.rows),
    ];
  }

  /** Begins a line; whether there is room for it. */
  begin(point: GridPoint): boolean {
    this.own = [];
    return this.enter(point);
  }

  /** Goes on from a place that the line has been through. */
  resume(point: GridPoint): void {
    this.current = this.cellOf(point);
  }

  /** Goes on to a place; whether the line may. */
  enter(point: GridPoint): boolean {
    const cell = this.cellOf(point);
    if (cell === this.current) return true;
    if (this.taken[cell]) return !this.broken;
    this.taken[cell] = 1;
    this.own.push(cell);
    this.current = cell;
    return true;
  }

  /** Gives back what the line has taken. */
  undo(): void {
    for (const cell of this.own) this.taken[cell] = 0;
  }
}

/** The parts of the axes from the corner along the edge inwards, as a spiral. */
function spiral([across, up]: readonly [number, number]): number[] {
  const cells: number[] = [];
  let [left, right, low, high] = [0, across - 1, 0, up - 1];
  while (left <= right && low <= high) {
    for (let x = left; x <= right; x++) cells.push(low * across + x);
    for (let y = low + 1; y <= high; y++) cells.push(y * across + right);
    if (high > low) for (let x = right - 1; x >= left; x--) cells.push(high * across + x);
    if (right > left) for (let y = high - 1; y > low; y--) cells.push(y * across + left);
    left += 1;
    right -= 1;
    low += 1;
    high -= 1;
  }
  return cells;
}

/**
 * Follows a flow from many places, so that its lines fill the axes evenly: Heun's method with steps as long as the error
 * allows, ended by the edge of the grid, by another line, or where nothing flows.
 *
 * @param flow - The flow.
 * @param following - How it is followed.
 * @param starts - Places that lines go through. Default: as many as there is room for, from the edge inwards.
 * @returns The lines by their places on the grid.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.streamplot.html
 */
export function streamlines(flow: Flow, following: Following, starts?: readonly GridPoint[]): GridPoint[][] {
  const size = following.density.map((part) => Math.trunc(30 * part)) as [number, number];
  const occupied = new Occupied(flow, size, following.broken);
  const lines: GridPoint[][] = [];
  const follow = (from: GridPoint) => {
    const line = lineThrough(flow, from, following, occupied);
    if (line) lines.push(line);
  };
  if (starts) starts.forEach(follow);
  else for (const cell of spiral(size)) if (occupied.isFree(cell)) follow(occupied.placeOf(cell));
  return lines;
}

/** The line through a place; undefined where there is no room for it, or where it is too short. */
function lineThrough(
  flow: Flow,
  from: GridPoint,
  following: Following,
  occupied: Occupied,
): GridPoint[] | undefined {
  if (!occupied.begin(from)) return undefined;
  const { direction, minlength } = following;
  const most = direction === "both" ? following.maxlength / 2 : following.maxlength;
  const parts: { length: number; points: GridPoint[] }[] = [];
  if (direction !== "forward") {
    const { length, points } = followed(flow, from, -1, most, occupied);
    parts.push({ length, points: points.reverse() });
  }
  if (direction !== "backward") {
    occupied.resume(from);
    const { length, points } = followed(flow, from, 1, most, occupied);
    parts.push({ length, points: points.slice(1) });
  }
  if (parts.reduce((sum, { length }) => sum + length, 0) > minlength)
    return parts.flatMap(({ points }) => points);
  occupied.undo();
  return undefined;
}

/** Follows a flow one way: forth, 1, or back, -1. */
function followed(flow: Flow, from: GridPoint, way: 1 | -1, most: number, occupied: Occupied) {
  const { columns, rows } = flow;
  const inside = ([x, y]: GridPoint) => x >= 0 && x <= columns - 1 && y >= 0 && y <= rows - 1;
  const longest = Math.min(1 / occupied.size[0], 1 / occupied.size[1], mostStep);
  const points: GridPoint[] = [];
  let [at, step, length] = [from, longest, 0];
  // Rounding may have put the first place just beyond the edge.
  while (inside(at)) {
    points.push(at);
    const first = slope(flow, at, way);
    if (first === undefined) break;
    const ahead: GridPoint = [at[0] + step * first[0], at[1] + step * first[1]];
    const second = inside(ahead) ? slope(flow, ahead, way) : "outside";
    if (second === undefined) break;
    if (second === "outside") {
      length += toEdge(flow, points, first);
      break;
    }
    const move = [0, 1].map((k) => step * 0.5 * (first[k] + second[k]));
    const error = Math.hypot(
      (move[0] - step * first[0]) / (columns - 1),
      (move[1] - step * first[1]) / (rows - 1),
    );
    if (error < tolerance) {
      const next: GridPoint = [at[0] + move[0], at[1] + move[1]];
      if (!inside(next)) break;
      at = next;
      if (!occupied.enter(at) || length + step > most) break;
      length += step;
    }
    // After a step that was too long the place is there twice, as in matplotlib, where a line that is followed one way
    // begins with its second point.
    step = error === 0 ? longest : Math.min(longest, 0.85 * step * Math.sqrt(tolerance / error));
  }
  return { length, points };
}

/** The change of place for a change of length, on a grid; undefined where nothing flows. */
function slope(flow: Flow, at: GridPoint, way: 1 | -1): GridPoint | undefined {
  const { columns, rows, step } = flow;
  const [u, v] = [between(flow, flow.u, at) / step[0], between(flow, flow.v, at) / step[1]];
  const speed = between(flow, speedOf(flow), at) * way;
  return speed === 0 || !Number.isFinite(speed) || columns < 2 || rows < 2
    ? undefined
    : [u / speed, v / speed];
}

const speeds = new WeakMap<Flow, Float64Array>();

/** How fast a flow is at the points of its grid, in shares of the axes. */
function speedOf(flow: Flow): Float64Array {
  const known = speeds.get(flow);
  if (known) return known;
  const { columns, rows, u, v, step } = flow;
  const speed = Float64Array.from(u, (each, i) =>
    Math.hypot(each / step[0] / (columns - 1), v[i] / step[1] / (rows - 1)),
  );
  speeds.set(flow, speed);
  return speed;
}

/** Goes straight on to the edge of the grid; by how much. */
function toEdge({ columns, rows }: Flow, points: GridPoint[], [dx, dy]: GridPoint): number {
  const [x, y] = points[points.length - 1];
  const until = (at: number, change: number, last: number) =>
    change === 0 ? Infinity : change < 0 ? at / -change : (last - at) / change;
  const length = Math.min(until(x, dx, columns - 1), until(y, dy, rows - 1));
  points.push([x + dx * length, y + dy * length]);
  return length;
}
