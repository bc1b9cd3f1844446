import type { Spelled } from "../array/options";
import type { Widget } from "./widget";

/** What may be given of a state: any part, in either spelling; for layout and style, an object with theirs. */
export type Init<S> = Spelled<{ [K in keyof S]?: Given<S[K]> }>;

type Given<V> = V extends Uint8Array ? V | string : V extends Widget ? V | Init<Omit<V, keyof Widget>> : V;

/** What may stand before the state: children, or a value. */
export type First<S> = S extends { children: infer C } ? C : S extends { value: infer V } ? Given<V> : never;

/** A class of widgets, which can be called without `new`. */
export interface Control<W, S> {
  new (state?: Init<S> | First<S>, more?: Init<S>): W;
  (state?: Init<S> | First<S>, more?: Init<S>): W;
}

/** A class of what can be made of a file or an address. */
export interface MediaControl<W, S> extends Control<W, S> {
  /**
   * Makes one of a file; the format follows from the file's ending unless the state tells it.
   *
   * @throws Error if there is no such file.
   */
  fromFile(filename: string, state?: Init<S>): W;
  /** Makes one of an address, from which the page fetches it. */
  fromUrl(url: string, state?: Init<S>): W;
}

/** One end of a link: a widget, and the name of what is linked. */
export type LinkEnd = readonly [widget: Widget, name: string];

/** A file that a reader has uploaded. */
export interface UploadedFile {
  readonly name: string;
  /** Its MIME type. */
  readonly type: string;
  /** Its size in bytes. */
  readonly size: number;
  readonly lastModified: Date;
  readonly content: Uint8Array;
}
