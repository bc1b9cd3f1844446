/** Values at points, z[i] at (x[i], y[i]), and the cells between these. */
export interface Field {
  x: ArrayLike<number>;
  y: ArrayLike<number>;
  z: ArrayLike<number>;
  /**
   * Visits every cell whose values are finite: with the numbers of its corners, counter-clockwise, and for the side from
   * each corner to the next whether there is a cell beyond it. Cells that nothing crosses may be left out.
   *
   * @param sides - Where each point lies: below a band, -1, in it, 0, or above it, 1.
   * @param rims - Whether what lies in the band is crossed by the rim of all cells.
   */
  eachCell(
    sides: Int8Array,
    rims: boolean,
    visit: (corners: readonly number[], beyond: readonly boolean[]) => void,
  ): void;
}

/** Values on a grid, row by row. */
export function gridField(
  [rows, columns]: readonly [number, number],
  { x, y, z }: Pick<Field, "x" | "y" | "z">,
): Field {
  const whole = (i: number, j: number) => {
    if (i < 0 || j < 0 || i >= rows - 1 || j >= columns - 1) return false;
    const at = i * columns + j;
    return Number.isFinite(z[at] + z[at + 1] + z[at + columns] + z[at + columns + 1]);
  };
  return {
    x,
    y,
    z,
    eachCell(sides, rims, visit) {
      for (let i = 0; i < rows - 1; i++) {
        for (let j = 0; j < columns - 1; j++) {
          const at = i * columns + j;
          const one = sides[at];
          const plain =
            one === sides[at + 1] && one === sides[at + columns] && one === sides[at + columns + 1];
          if ((plain && (!rims || one !== 0)) || !whole(i, j)) continue;
          const beyond = rims ? [whole(i - 1, j), whole(i, j + 1), whole(i + 1, j), whole(i, j - 1)] : [];
          if (plain && beyond.every(Boolean)) continue;
          visit([at, at + 1, at + columns + 1, at + columns], beyond);
        }
      }
    },
  };
}

/** A path by its corners; a closed one repeats its first corner as its last. */
export interface Path {
  x: number[];
  y: number[];
  closed: boolean;
}

/** A point where a path starts, ends or turns: a corner of the grid, or where a level crosses a side between two. */
interface Node {
  /** Tells points apart: five to a corner of the grid, for itself and what lies on the sides that begin there. */
  key: number;
  x: number;
  y: number;
}

/** Stretches of path by the key of the node that each begins at. */
type Stretches = Map<number, { from: Node; to: Node }[]>;

/** An end of a stretch of a cell's rim that lies in the band. */
interface RimEnd {
  node: Node;
  /** Whether what lies outside, beyond this end, is below (-1) or above (1) the band. */
  outside: -1 | 1;
}

/**
 * Finds the lines on which a field has a level, straight within each cell; the field is larger to the left of a line.
 *
 * Where a cell has the level crossed on all its sides, the mean of its corners decides how the crossings are joined.
 * Cells with a corner that is not finite are left out.
 */
export function levelLines(field: Field, level: number): Path[] {
  return join(trace(field, level, Infinity, false));
}

/**
 * Finds the outlines of where a field lies above a level and not above another; holes run the other way round.
 *
 * @param low - The level that the band lies above.
 * @param high - The level that it does not rise above.
 */
export function bandOutlines(field: Field, low: number, high: number): Path[] {
  return join(trace(field, low, high, true));
}

function trace(field: Field, low: number, high: number, rims: boolean): Stretches {
  const { x, y, z } = field;
  const count = z.length;
  const stretches: Stretches = new Map();
  const add = (from: Node, to: Node) => {
    if (from.key === to.key) return;
    const here = stretches.get(from.key);
    if (here) here.push({ from, to });
    else stretches.set(from.key, [{ from, to }]);
  };
  /** -1 below the band, 0 in it, 1 above it. */
  const side = (value: number) => (value <= low ? -1 : value > high ? 1 : 0);
  const sides = new Int8Array(count);
  for (let at = 0; at < count; at++) sides[at] = side(z[at]);
  const corner = (at: number): Node => ({ key: at, x: x[at], y: y[at] });
  const crossing = (a: number, b: number, which: -1 | 1): Node => {
    // The same point, to the last bit, from both cells that share the side.
    const [from, to] = a < b ? [a, b] : [b, a];
    const t = ((which < 0 ? low : high) - z[from]) / (z[to] - z[from]);
    return {
      key: count + 2 * (from * count + to) + (which < 0 ? 0 : 1),
      x: x[from] + t * (x[to] - x[from]),
      y: y[from] + t * (y[to] - y[from]),
    };
  };
  field.eachCell(sides, rims, (corners, beyond) => {
    const ends: { enter?: RimEnd; exit?: RimEnd }[] = [];
    corners.forEach((a, s) => {
      const b = corners[(s + 1) % corners.length];
      const [from, to] = [sides[a], sides[b]];
      const enter = from === 0 || from === to ? undefined : crossing(a, b, from as -1 | 1);
      const exit = to === 0 || from === to ? undefined : crossing(a, b, to as -1 | 1);
      if (enter) ends.push({ enter: { node: enter, outside: from as -1 | 1 } });
      if (exit) ends.push({ exit: { node: exit, outside: to as -1 | 1 } });
      if (rims && !beyond[s] && (from === 0 || to === 0 || from !== to)) {
        add(enter ?? corner(a), exit ?? corner(b));
      }
    });
    if (ends.length > 0) {
      const mean = corners.reduce((sum, at) => sum + z[at], 0) / corners.length;
      for (const [exit, enter] of pair(ends, side(mean))) add(exit.node, enter.node);
    }
  });
  return stretches;
}

/**
 * Says which entry each exit of a cell's rim leads to. As a rule the next one, past what lies outside between them; but
 * where two stretches lie outside to the same side and the middle of the cell does so, too, these are joined, and the
 * exit leads back past the band's own stretch.
 */
function pair(ends: { enter?: RimEnd; exit?: RimEnd }[], middle: number): [RimEnd, RimEnd][] {
  const pairs: [RimEnd, RimEnd][] = [];
  const joined = middle !== 0 && ends.filter(({ exit }) => exit?.outside === middle).length > 1;
  const find = (start: number, step: 1 | -1, outside: number): RimEnd => {
    for (let k = 1; ; k++) {
      const { enter } = ends[(start + step * k + 8 * ends.length) % ends.length];
      if (enter && enter.outside === outside) return enter;
    }
  };
  ends.forEach(({ exit }, k) => {
    if (exit) pairs.push([exit, find(k, joined && exit.outside === middle ? -1 : 1, exit.outside)]);
  });
  return pairs;
}

/** Joins stretches end to end: open paths from the ends that nothing leads to, then closed ones. */
function join(stretches: Stretches): Path[] {
  const arrivals = new Map<number, number>();
  for (const list of stretches.values()) {
    for (const { to } of list) arrivals.set(to.key, (arrivals.get(to.key) ?? 0) + 1);
  }
  const paths: Path[] = [];
  const follow = (start: number) => {
    let stretch = stretches.get(start)?.pop();
    if (!stretch) return;
    const path: Path = { x: [stretch.from.x], y: [stretch.from.y], closed: false };
    while (stretch) {
      path.x.push(stretch.to.x);
      path.y.push(stretch.to.y);
      path.closed = stretch.to.key === start;
      stretch = path.closed ? undefined : stretches.get(stretch.to.key)?.pop();
    }
    paths.push(path);
  };
  const starts = [...stretches.keys()];
  for (const key of starts) {
    for (let n = (stretches.get(key)?.length ?? 0) - (arrivals.get(key) ?? 0); n > 0; n--) follow(key);
  }
  for (const key of starts) while ((stretches.get(key)?.length ?? 0) > 0) follow(key);
  return paths;
}
