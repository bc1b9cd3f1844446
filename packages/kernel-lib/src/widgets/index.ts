import "./progressBar";

export { AnyWidget } from "./anyWidget";
export { AppLayout, type AppLayoutState, type PaneSize } from "./appLayout";
export * from "./controls";
export type { Control, First, Init, LinkEnd, UploadedFile } from "./controlTypes";
export { fixed, type Abbreviation, type Fixed } from "./abbreviations";
export {
  interact,
  interactive,
  interactiveOutput,
  interactManual,
  type Interactive,
  type InteractOptions,
} from "./interact";
export { GridspecLayout, type Cells, type GridspecLayoutState } from "./gridspecLayout";
export type { GridStyle } from "./gridStyle";
export { dlink, jsdlink, jslink, link, type Linked } from "./links";
export { Output, type CaptureOptions } from "./output";
export type { Options } from "./selectionTypes";
export { TwoByTwoLayout, type TwoByTwoLayoutState } from "./twoByTwoLayout";
export { DOMWidget } from "./domWidget";
export { Widget, type Change, type Names, type Observer } from "./widget";
