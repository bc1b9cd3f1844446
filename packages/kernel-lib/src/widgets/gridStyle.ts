import { makeReference } from "./control";
import type { Widget } from "./widget";

/** How a grid of widgets looks: parts of its layout. */
export interface GridStyle {
  /** The gap between cells, in CSS. Default: null. */
  gridGap: string | null;
  /** Where cells stand that are narrower than the grid. Default: null. */
  justifyContent: "flex-start" | "flex-end" | "center" | "space-between" | "space-around" | null;
  /** Where widgets stand that are lower than their cell. Default: null. */
  alignItems: "top" | "bottom" | "flex-start" | "flex-end" | "center" | "baseline" | "stretch" | null;
  /** Default: null. */
  width: string | null;
  /** Default: null. */
  height: string | null;
}

/** The names of what {@link GridStyle} holds. */
export const styleKeys = ["gridGap", "justifyContent", "alignItems", "width", "height"];

const cssNames: Readonly<Record<string, string>> = { top: "flex-start", bottom: "flex-end" };

/**
 * Gives a grid's layout what is new in its state, and other parts of it.
 *
 * @throws TypeError for what is no such CSS.
 */
export function layOut(
  state: Record<string, unknown>,
  given: ReadonlySet<string>,
  more: Readonly<Record<string, unknown>>,
): void {
  const layout = (state.layout ??= makeReference("Layout", {})) as Widget;
  const style = styleKeys.filter((key) => given.has(key));
  const values = style.map((key) => [key, cssNames[String(state[key])] ?? state[key]]);
  layout.set({ ...more, ...Object.fromEntries(values) });
  for (const key of styleKeys) state[key] ??= null;
}

/** The areas of a grid, in CSS. */
export const areasText = (areas: readonly (readonly string[])[]): string =>
  areas.map((row) => `"${row.join(" ")}"`).join("\n");
