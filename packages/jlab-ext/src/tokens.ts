import { Token } from "@lumino/coreutils";
import type { Widget } from "@lumino/widgets";
import type { Cursor } from "./editing/cursor";
import type { EditedNotebook } from "./editing/editedNotebook";
import type { EditingPreferences } from "./editing/preferences";
import type { FigureContext } from "./figure/figure";
import type { FigureTracker } from "./figure/tracker";

/** The figures of the application. */
export interface IFigures {
  /** Those on the page. */
  readonly tracker: FigureTracker;
  /** What a figure needs, to make another one. */
  readonly context: FigureContext;
}

export const IFigures = new Token<IFigures>(
  "@tslinen/jupyterlab:IFigures",
  "The figures on the page, and what is needed to make another.",
);

/** The notebooks in whose cells we help. */
export interface IEditing {
  /** Where the reader is in a notebook; undefined if our kernel does not run it. Default: the current notebook. */
  cursor(panel?: Widget): Cursor | undefined;
  /** A notebook, to ask its kernel; undefined if it is none that we know. */
  notebook(panel: Widget): EditedNotebook | undefined;
  /** Whether the reader wants a kind of help. */
  isWanted(what: keyof EditingPreferences): boolean;
  /** Whether jupyterlab-lsp does a thing already, by the name of its feature: its server for TypeScript answers. */
  isServed(feature: string): boolean;
}

export const IEditing = new Token<IEditing>(
  "@tslinen/jupyterlab:IEditing",
  "The notebooks in whose cells we help.",
);
