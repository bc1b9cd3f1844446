import { Signal, type ISignal } from "@lumino/signaling";

/** What the reader chose in the settings. */
export interface Preferences {
  /** How figures are drawn. Default: `auto`, SVG up to some thousand rows, then a canvas. */
  renderer: "auto" | "svg" | "canvas";
  /** Whether figures may load data and pictures from elsewhere. Default: false. */
  remoteData: boolean;
  /** Whether saving a notebook adds a PNG to figures that have no picture. Default: false. */
  savePictures: boolean;
  /** Whether a figure shows its tools when pointed at. Default: true. */
  tools: boolean;
}

/** The preferences before any settings are read, and without a settings registry. */
export const defaultPreferences: Readonly<Preferences> = {
  renderer: "auto",
  remoteData: false,
  savePictures: false,
  tools: true,
};

/** The current preferences, and word of their change. */
export class LivePreferences {
  /** Emitted after a change. */
  get changed(): ISignal<this, void> {
    return this.onChanged;
  }

  get value(): Readonly<Preferences> {
    return this.current;
  }

  set value(next: Readonly<Preferences>) {
    this.current = { ...next };
    this.onChanged.emit();
  }

  private current: Readonly<Preferences> = defaultPreferences;
  private readonly onChanged = new Signal<this, void>(this);
}
