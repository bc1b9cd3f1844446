import type { Direction } from "../model/artist";
import type { AxesBase } from "../model/axes";
import type { Panel } from "../model/panel";
import { rcParams } from "../rcParams";
import { fontSize } from "../text/fontSize";
import { textSize } from "../text/size";
import { overhang } from "./extent";
import { legendRoom } from "./legendRoom";
import { cellsBox, outermost, type SubplotParams } from "../model/cells";

/** Room around and between subplots, in multiples of the font size; `rect` is the part of the figure to fill. */
export interface TightOptions {
  /** Whether room is that of matplotlib's constrained layout, which is less. Default: false. */
  constrained?: boolean;
  pad?: number;
  wPad?: number;
  hPad?: number;
  rect?: readonly [number, number, number, number];
}

/** Room around axes in a constrained layout, in inches, and between them as a share of the figure. */
const constrainedPad = 0.04167;
const constrainedSpace = 0.02;

const inches = (figure: Panel, length: number): number => length * 72 * figure.pt;

/** Fits the subplots of a figure to their labels; nothing changes where these need more room than there is. */
export function fitLayout(figure: Panel, options: TightOptions = {}): void {
  // Ticks follow from the room that there is, and the room from their labels: matplotlib looks twice.
  for (let turn = 0; turn < (options.constrained ? 2 : 1); turn++) {
    const params = tightParams(figure, options);
    if (params) figure.adjust({ ...figure.params, ...params });
  }
  for (const part of figure.parts) fitLayout(part, { ...options, rect: undefined });
}

/** Axes that have cells of the figure's grid, with those that lie over them. */
const subplotsOf = (figure: Panel): AxesBase[] =>
  figure.ownAxes.filter(({ cells, visible }) => visible && cells !== undefined);

/**
 * Room around and between subplots such that their labels have just as much as they need: matplotlib's tight_layout.
 *
 * @returns Undefined where labels need more than there is, or where no subplot is in a grid.
 * @see https://matplotlib.org/stable/users/explain/axes/tight_layout_guide.html
 */
function tightParams(figure: Panel, options: TightOptions): Partial<SubplotParams> | undefined {
  const { pad = 1.08, wPad = pad, hPad = pad, rect = [0, 0, 1, 1] } = options;
  const subplots = subplotsOf(figure);
  if (subplots.length === 0) return undefined;
  const { width, height } = figure.pixelSize();
  const unit = rcParams["font.size"] * figure.pt;
  const grids = subplots.flatMap(({ cells }) => (cells ? [outermost(cells)] : []));
  const rows = Math.max(...grids.map((cells) => cells.rows));
  const columns = Math.max(...grids.map((cells) => cells.columns));
  const across = edges(columns, rows);
  const down = edges(rows, columns);
  for (const group of grouped(subplots)) {
    const { cells: inner } = group[0];
    if (!inner) continue;
    const cells = outermost(inner);
    const share = { row: rows / cells.rows, column: columns / cells.columns };
    const [top, bottom] = [Math.floor(cells.top * share.row), Math.ceil((cells.bottom + 1) * share.row)];
    const [left, right] = [
      Math.floor(cells.left * share.column),
      Math.ceil((cells.right + 1) * share.column),
    ];
    const beyond = reach(group, width, height);
    for (let row = top; row < bottom; row++) {
      across[left].after[row] += beyond.left;
      across[right].before[row] += beyond.right;
    }
    for (let column = left; column < right; column++) {
      down[top].after[column] += beyond.top;
      down[bottom].before[column] += beyond.bottom;
    }
  }
  // In a constrained layout all rows of a column have the same room on either side.
  const room = ({ before, after }: Edge) =>
    options.constrained
      ? Math.max(0, ...before) + Math.max(0, ...after)
      : Math.max(0, ...before.map((own, k) => own + after[k]));
  const most = (list: readonly Edge[]) => Math.max(0, ...list.map(room));
  const own = options.constrained ? inches(figure, constrainedPad) : pad * unit;
  const edge = { x: own / width, y: own / height };
  const beside = options.constrained ? legendRoom(figure, edge) : undefined;
  // What stands beside all axes has room on both of its sides there.
  const apart = options.constrained ? { x: 2 * edge.x, y: 2 * edge.y } : edge;
  const label = { x: labelRoom(figure, "x", apart.y), y: labelRoom(figure, "y", apart.x) };
  const margins = {
    left: most([across[0]]) + edge.x + rect[0] + Math.max(label.y, beside?.left ?? 0),
    right: most([across[columns]]) + edge.x + 1 - rect[2] + (beside?.right ?? 0),
    bottom: most([down[rows]]) + edge.y + rect[1] + Math.max(label.x, beside?.lower ?? 0),
    top: most([down[0]]) + edge.y + 1 - rect[3] + Math.max(titleRoom(figure, apart.y), beside?.upper ?? 0),
  };
  if (margins.left + margins.right >= 1 || margins.top + margins.bottom >= 1) return undefined;
  const params: Partial<SubplotParams> = {
    left: margins.left,
    right: 1 - margins.right,
    bottom: margins.bottom,
    top: 1 - margins.top,
  };
  if (columns > 1) {
    const gap =
      most(across.slice(1, -1)) +
      (options.constrained
        ? 2 * Math.max(own / width, constrainedSpace / 2 / columns)
        : (wPad * unit) / width);
    const size = (1 - margins.left - margins.right - gap * (columns - 1)) / columns;
    if (size > 0) params.wspace = gap / size;
  }
  if (rows > 1) {
    const gap =
      most(down.slice(1, -1)) +
      (options.constrained
        ? 2 * Math.max(own / height, constrainedSpace / 2 / rows)
        : (hPad * unit) / height);
    const size = (1 - margins.top - margins.bottom - gap * (rows - 1)) / rows;
    if (size > 0) params.hspace = gap / size;
  }
  return params;
}

/** The room that labels need on both sides of an edge between columns or rows, by what they stand beside. */
interface Edge {
  before: number[];
  after: number[];
}

const edges = (count: number, beside: number): Edge[] =>
  Array.from({ length: count + 1 }, () => ({
    before: new Array<number>(beside).fill(0),
    after: new Array<number>(beside).fill(0),
  }));

/** Axes by the cells they have, so that a twin or a colorbar counts with its host. */
function grouped(subplots: readonly AxesBase[]): AxesBase[][] {
  const groups = new Map<string, AxesBase[]>();
  for (const axes of subplots) {
    const key = JSON.stringify(axes.cells && outermost(axes.cells));
    groups.set(key, [...(groups.get(key) ?? []), axes]);
  }
  return [...groups.values()];
}

/** How far axes in the same cells, with their labels, reach beyond these, as shares of the figure. */
function reach(group: readonly AxesBase[], width: number, height: number) {
  const [{ cells, figure }] = group;
  const cell = cells ? cellsBox(outermost(cells), figure.params) : group[0].cellBox();
  const result = { left: -Infinity, right: -Infinity, top: -Infinity, bottom: -Infinity };
  for (const axes of group) {
    const box = axes.box();
    const legends = axes.shownLegends.filter((legend) => !axes.keptLegends.includes(legend));
    const own = overhang(axes, legends);
    result.left = Math.max(result.left, cell.left - box.left + own.left / width);
    result.right = Math.max(result.right, box.left + box.width - cell.left - cell.width + own.right / width);
    result.bottom = Math.max(result.bottom, cell.bottom - box.bottom + own.bottom / height);
    result.top = Math.max(result.top, box.bottom + box.height - cell.bottom - cell.height + own.top / height);
  }
  return result;
}

/** The room that the label of all axes of one direction takes, as a share of the figure. */
function labelRoom(figure: Panel, direction: Direction, edge: number): number {
  const label = figure.axisLabels[direction];
  const [axes] = figure.shownAxes;
  if (!label || !axes) return 0;
  const { width, height } = figure.pixelSize();
  const own = label.extent({ ...axes.frame(), width, height });
  return (direction === "x" ? own.height / height : own.width / width) + edge;
}

function titleRoom(figure: Panel, edge: number): number {
  const { title } = figure;
  if (title.text === "") return 0;
  const size = (title.fontsize ?? fontSize("rcParams", rcParams["figure.titlesize"])) * figure.pt;
  return textSize(title.text, size).height / figure.pixelSize().height + edge;
}
