import { describe } from "../array/options";
import { DOMWidget } from "./domWidget";
import { areasText, layOut, styleKeys } from "./gridStyle";
import type { Rule } from "./model";

/** Which place each cell of a grid belongs to, and the sizes of its columns and rows. */
export interface Arrangement {
  readonly areas: readonly (readonly string[])[];
  readonly columns: readonly string[];
  readonly rows: readonly string[];
}

/** A grid with places for widgets. */
interface GridPlaces {
  /** What the places are called in CSS, by their names in the state. */
  readonly places: Readonly<Record<string, string>>;
  /** What else the state has, as it is by default. */
  readonly more: Readonly<Record<string, unknown>>;
  /**
   * Says what belongs to which place.
   *
   * @param owner - The widget's class, for messages.
   * @param filled - The places, in CSS, at which there is a widget; one or more.
   */
  arrange(owner: string, state: Readonly<Record<string, unknown>>, filled: readonly string[]): Arrangement;
}

/** The rule of a grid whose children are the widgets at its places. */
export const gridPlaces = ({ places, more, arrange }: GridPlaces): Rule => ({
  keys: [...Object.keys(places), ...Object.keys(more), "merge", ...styleKeys],
  settle(owner, state, given) {
    for (const key of Object.keys(places)) {
      const widget = (state[key] ??= null);
      if (widget === null || widget instanceof DOMWidget) continue;
      throw new TypeError(`${owner}: expected ${key} to be a widget or null, got ${describe(widget)}`);
    }
    state.merge ??= true;
    if (typeof state.merge !== "boolean") {
      throw new TypeError(`${owner}: expected merge to be true or false, got ${describe(state.merge)}`);
    }
    for (const [key, value] of Object.entries(more)) state[key] ??= value;
    const filled = Object.entries(places).filter(([key]) => state[key] !== null);
    if (filled.length === 0) return layOut(state, given, {});
    const { areas, columns, rows } = arrange(
      owner,
      state,
      filled.map(([, place]) => place),
    );
    layOut(state, given, {
      gridTemplateAreas: areasText(areas),
      gridTemplateColumns: columns.join(" "),
      gridTemplateRows: rows.join(" "),
    });
    const children = filled.map(([key, place]) => {
      const widget = state[key] as DOMWidget;
      (widget.get("layout") as DOMWidget).set({ gridArea: place });
      return widget;
    });
    state.children = children;
  },
});
