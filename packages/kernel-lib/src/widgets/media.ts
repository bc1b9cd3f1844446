import { describe, isPlainObject } from "../array/options";
import { readFile } from "../files/reading";
import { DOMWidget } from "./domWidget";

/** Formats of files whose ending is another word. */
const formats: Readonly<Record<string, string>> = { jpg: "jpeg", svg: "svg+xml", mp3: "mpeg" };

/** A state of something that is made of a file or an address. */
type MediaState = Record<string, unknown>;

/** A picture, a film or a sound. */
export class MediaWidget extends DOMWidget {
  /**
   * Shows the content of a file.
   *
   * @param filename - The name of the file.
   * @throws Error if there is no such file.
   */
  setValueFromFile(filename: string): void {
    this.set({ value: readFile("setValueFromFile", filename) });
  }

  /** Makes one of a file; the format follows from the file's ending unless the state tells it. */
  static fromFile<W>(this: new (state: MediaState) => W, filename: string, state?: MediaState): W {
    const value = readFile("fromFile", filename);
    const ending = /\.(\w+)$/.exec(filename)?.[1]?.toLowerCase();
    const format = ending === undefined ? {} : { format: formats[ending] ?? ending };
    return new this({ value, ...format, ...readState("fromFile", state) });
  }

  /** Makes one of an address, from which the page fetches it. */
  static fromUrl<W>(this: new (state: MediaState) => W, url: string, state?: MediaState): W {
    if (typeof url !== "string") throw new TypeError(`fromUrl: expected an address, got ${describe(url)}`);
    return new this({ value: url, format: "url", ...readState("fromUrl", state) });
  }
}

function readState(functionName: string, state: unknown): MediaState {
  if (state === undefined || isPlainObject(state)) return { ...state };
  throw new TypeError(`${functionName}: expected an object with its state, got ${describe(state)}`);
}
