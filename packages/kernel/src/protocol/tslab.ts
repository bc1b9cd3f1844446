/** What `import { … } from "tslab"` gives in this kernel: tslab's public functions, without a second tslab. */
import { base64 } from "../cells/base64";
import { platform } from "../platform";
import { here } from "./api";
import { newIdentity } from "./identity";

type Content = string | Uint8Array;

const encode = (content: Content): string => (typeof content === "string" ? content : base64(content));

class Display {
  private shown = false;

  constructor(private readonly id?: string) {}

  raw(contentType: string, content: Content): void {
    const { cell, output } = here("tslab.display");
    const update = this.shown && this.id !== undefined;
    this.shown = true;
    output.display(cell, { [contentType]: encode(content) }, { displayId: this.id, update });
  }
  javascript = (text: string): void => this.raw("text/javascript", text);
  html = (text: string): void => this.raw("text/html", text);
  markdown = (text: string): void => this.raw("text/markdown", text);
  latex = (text: string): void => this.raw("text/latex", text);
  svg = (text: string): void => this.raw("image/svg+xml", text);
  png = (bytes: Uint8Array): void => this.raw("image/png", bytes);
  jpeg = (bytes: Uint8Array): void => this.raw("image/jpeg", bytes);
  gif = (bytes: Uint8Array): void => this.raw("image/gif", bytes);
  pdf = (bytes: Uint8Array): void => this.raw("application/pdf", bytes);
  text = (text: string): void => this.raw("text/plain", text);
}

/** Shows contents of one MIME type each. */
export const display = new Display();

/** Makes a display that shows each content in place of the one before. */
export function newDisplay(): Display {
  return new Display(newIdentity());
}

/** The versions of what is running. */
export const versions = {
  get tslab(): string {
    return platform().versions.kernel;
  },
  get typescript(): string {
    return platform().versions.typescript;
  },
  get node(): string {
    return platform().versions.host.replace(/^Node.js /, "v");
  },
};
