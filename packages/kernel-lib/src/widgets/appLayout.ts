import { describe } from "../array/options";
import { control } from "./control";
import type { GridBoxState } from "./controls";
import type { Control } from "./controlTypes";
import type { DOMWidget } from "./domWidget";
import { gridPlaces, type Arrangement } from "./gridPlaces";
import type { GridStyle } from "./gridStyle";

/** The size of a pane: a part of the whole, or a size in CSS. */
export type PaneSize = number | string;

/** What {@link AppLayout} has. */
export interface AppLayoutState extends GridBoxState, GridStyle {
  /** What stands at the top. Default: null. */
  header: DOMWidget | null;
  /** What stands at the left. Default: null. */
  leftSidebar: DOMWidget | null;
  /** What stands in the middle. Default: null. */
  center: DOMWidget | null;
  /** What stands at the right. Default: null. */
  rightSidebar: DOMWidget | null;
  /** What stands at the bottom. Default: null. */
  footer: DOMWidget | null;
  /** The widths of what is at the left, in the middle, and at the right. Default: ["1fr", "2fr", "1fr"]. */
  paneWidths: readonly [PaneSize, PaneSize, PaneSize];
  /** The heights of top, middle and bottom. Default: ["1fr", "3fr", "1fr"]. */
  paneHeights: readonly [PaneSize, PaneSize, PaneSize];
  /** Whether a place that is empty falls to its neighbours. Default: true. */
  merge: boolean;
}

function sizes(owner: string, key: string, value: unknown): string[] {
  const list = Array.isArray(value) && value.length === 3 ? (value as unknown[]) : undefined;
  const read = list?.map((one) => /^\d+(\.\d+)?(px|fr|%)?$/.exec(String(one)));
  if (!read || read.includes(null)) {
    throw new TypeError(
      `${owner}: expected ${key} to be three sizes such as 1, "2fr" or "80px", got ${describe(value)}`,
    );
  }
  return read.map((found) => `${found?.[0]}${found?.[2] ? "" : "fr"}`);
}

/** The full grid, without what is empty. */
function merged({ areas, columns, rows }: Arrangement, filled: readonly string[]): Arrangement {
  if (filled.length === 1) return { areas: areas.map((row) => row.map(() => filled[0])), columns, rows };
  const has = (place: string): boolean => filled.includes(place);
  const middle = areas[1].filter(has);
  const kept = has("center") ? [0, 1, 2] : [0, 2];
  // A side that is empty falls to what is beside it.
  const beside = (i: number): string => middle[i === 0 ? 0 : middle.length - 1];
  const row = kept.map((i) => (has(areas[1][i]) ? areas[1][i] : beside(i)));
  const lines = [areas[0].slice(0, kept.length), row, areas[2].slice(0, kept.length)];
  const present = [has("header"), middle.length > 0, has("footer")];
  if (!present[1]) return { areas: [["header"], ["footer"]], columns: ["1fr"], rows: ["1fr", "1fr"] };
  return {
    areas: lines.filter((_, i) => present[i]),
    columns: kept.map((i) => columns[i]),
    rows: rows.filter((_, i) => present[i]),
  };
}

/** Widgets around a middle, as in an application. Made by the function of the same name. */
export interface AppLayout extends DOMWidget, AppLayoutState {}
/**
 * Makes a grid of widgets around a middle, as in an application. A place that is empty falls to its neighbours.
 *
 * @throws TypeError for what is no widget, or a size that does not fit.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Layout%20Templates.html#applayout
 * @example
 * const app = widgets.AppLayout({ header: widgets.HTML("<b>Training</b>"), center: widgets.Output() });
 * app.leftSidebar = widgets.IntSlider({ description: "epochs" });
 */
export const AppLayout: Control<AppLayout, AppLayoutState> = control("AppLayout", {
  like: "GridBox",
  rule: gridPlaces({
    // In the order in which they become children.
    places: {
      header: "header",
      footer: "footer",
      leftSidebar: "left-sidebar",
      rightSidebar: "right-sidebar",
      center: "center",
    },
    more: { paneWidths: ["1fr", "2fr", "1fr"], paneHeights: ["1fr", "3fr", "1fr"] },
    arrange(owner, { paneWidths, paneHeights, merge }, filled) {
      const whole: Arrangement = {
        areas: [
          ["header", "header", "header"],
          ["left-sidebar", "center", "right-sidebar"],
          ["footer", "footer", "footer"],
        ],
        columns: sizes(owner, "paneWidths", paneWidths),
        rows: sizes(owner, "paneHeights", paneHeights),
      };
      return merge ? merged(whole, filled) : whole;
    },
  }),
});
