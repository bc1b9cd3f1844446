/** What `import { … } from "tslab"` gives in this kernel: tslab's public functions, without a second tslab. */
import { randomUUID } from "node:crypto";
import { here } from "./api";
import { kernelInfo } from "./messages/kernelInfo";

type Content = string | Uint8Array;

const encode = (content: Content): string =>
  typeof content === "string" ? content : Buffer.from(content).toString("base64");

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
  return new Display(randomUUID());
}

const { version, name } = kernelInfo.language_info as { version: string; name: string };

/** The versions of what is running. */
export const versions = {
  tslab: String(kernelInfo.implementation_version),
  [name]: version,
  node: process.version,
};
