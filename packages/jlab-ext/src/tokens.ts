import { Token } from "@lumino/coreutils";
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
