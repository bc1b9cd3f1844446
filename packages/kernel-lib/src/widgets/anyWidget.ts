import type { Anything } from "../array/anything";
import { describe, isPlainObject } from "../array/options";
import { makeReference, rowsOf } from "./control";
import type { DOMState } from "./controls";
import { DOMWidget } from "./domWidget";
import { Model, traitsOf, type Identity } from "./model";
import type { Trait } from "./trait";

/** The front end takes the version of anywidget that it has. */
const identity: Identity = ["AnyModel", "anywidget", "*", "AnyView", "anywidget", "*"];

const any = (name: string): Trait => ({ name, key: name, kind: "any", nullable: true, initial: null });

/** A number of eight hexadecimal digits that tells texts apart. */
function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}

/** A widget with front-end code of one's own. */
export class AnyWidgetBase extends DOMWidget {
  /** Made by {@link AnyWidget}. */
  constructor(state: Record<string, unknown>) {
    const { _esm: code, _css: style = "" } = state;
    if (typeof code !== "string") {
      throw new TypeError(`AnyWidget: expected _esm to be the text of a module, got ${describe(code)}`);
    }
    if (typeof style !== "string") {
      throw new TypeError(`AnyWidget: expected _css to be a text, got ${describe(style)}`);
    }
    // Code and style tell which widgets are of one kind: those share a style in the page.
    const given = { ...state, _css: style, _anywidget_id: `tslinen.${digest(code + style)}` };
    const seen = traitsOf(rowsOf("Box")[1]).filter(({ name }) =>
      ["_dom_classes", "layout", "tabbable", "tooltip"].includes(name),
    );
    const own = Object.keys(given).filter((name) => !seen.some(({ key }) => key === name));
    super(new Model("AnyWidget", identity, [...seen, ...own.map(any)], makeReference), given);
    for (const name of [...seen.map(({ key }) => key), ...own]) {
      if (name in this) continue;
      Object.defineProperty(this, name, {
        get: () => this.get(name) as unknown,
        set: (value: unknown) => this.set({ [name]: value }),
        enumerable: true,
      });
    }
  }
}

/** A widget with front-end code of one's own, and a state of one's own. */
export type AnyWidget<S = Record<string, Anything>> = AnyWidgetBase & Omit<DOMState, keyof S> & S;

/**
 * Makes a widget of front-end code of one's own, as anywidget does. The page needs anywidget's extension
 * (`pip install anywidget`).
 *
 * @param state - `_esm`: the text of a module whose default export has `render({ model, el })`; `_css`: a style; and a
 *   state of one's own, by name, of which the module hears by `model.get(name)`. Typed arrays and buffers go as bytes.
 * @returns The widget, with a property for each part of its state; `send` and `onMessage` exchange messages.
 * @throws TypeError if there is no module.
 * @see https://anywidget.dev/en/getting-started/
 * @example
 * const counter = widgets.AnyWidget({
 *   _esm: "export default { render: ({ model, el }) => { el.textContent = model.get('count'); } };",
 *   count: 3,
 * });
 * counter.count += 1;
 */
export function AnyWidget<S extends Readonly<Record<string, unknown>>>(
  state: S & { readonly _esm: string; readonly _css?: string },
): AnyWidget<{ -readonly [K in keyof S]: S[K] }> {
  if (!isPlainObject(state)) {
    throw new TypeError(`AnyWidget: expected an object with _esm and a state, got ${describe(state)}`);
  }
  return new AnyWidgetBase({ ...state }) as never;
}
