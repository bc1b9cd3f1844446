import { control } from "./control";
import type { GridBoxState } from "./controls";
import type { Control } from "./controlTypes";
import type { DOMWidget } from "./domWidget";
import { gridPlaces } from "./gridPlaces";
import type { GridStyle } from "./gridStyle";

/** What {@link TwoByTwoLayout} has. */
export interface TwoByTwoLayoutState extends GridBoxState, GridStyle {
  /** Default: null. */
  topLeft: DOMWidget | null;
  /** Default: null. */
  topRight: DOMWidget | null;
  /** Default: null. */
  bottomLeft: DOMWidget | null;
  /** Default: null. */
  bottomRight: DOMWidget | null;
  /** Whether a corner that is empty falls to its neighbour. Default: true. */
  merge: boolean;
}

const corners = [
  ["top-left", "top-right"],
  ["bottom-left", "bottom-right"],
];

/** The corner that a cell belongs to: its own, or else the one above or below, or else one beside it. */
function ownerOf(row: number, column: number, filled: readonly string[]): string {
  const along = (one: number): string[] => [corners[row][one], corners[1 - row][one]];
  return [...along(column), ...along(1 - column)].find((corner) => filled.includes(corner)) as string;
}

/** Widgets at the corners of a square. Made by the function of the same name. */
export interface TwoByTwoLayout extends DOMWidget, TwoByTwoLayoutState {}
/**
 * Makes a grid of four places. A place that is empty falls to its neighbour.
 *
 * @throws TypeError for what is no widget.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Layout%20Templates.html#2x2-grid
 * @example
 * widgets.TwoByTwoLayout({ topLeft: widgets.Label("n"), topRight: widgets.IntSlider(), bottomRight: widgets.Output() });
 */
export const TwoByTwoLayout: Control<TwoByTwoLayout, TwoByTwoLayoutState> = control("TwoByTwoLayout", {
  like: "GridBox",
  rule: gridPlaces({
    places: {
      topLeft: "top-left",
      topRight: "top-right",
      bottomLeft: "bottom-left",
      bottomRight: "bottom-right",
    },
    more: {},
    arrange: (_, { merge }, filled) => ({
      areas: merge
        ? corners.map((line, row) => line.map((_corner, column) => ownerOf(row, column, filled)))
        : corners,
      columns: ["1fr", "1fr"],
      rows: ["1fr", "1fr"],
    }),
  }),
});
