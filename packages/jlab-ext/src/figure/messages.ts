import { vega } from "vega-embed";

/** Keeps what Vega says, for the reader of the figure rather than for the console. */
export class Messages {
  readonly errors: string[] = [];
  readonly warnings: string[] = [];

  readonly logger = Object.assign(vega.logger(vega.Warn), {
    error: (...parts: unknown[]) => this.note(this.errors, parts),
    warn: (...parts: unknown[]) => this.note(this.warnings, parts),
  });

  private note(list: string[], parts: unknown[]) {
    list.push(parts.map((part) => (part instanceof Error ? part.message : String(part))).join(" "));
    return this.logger;
  }
}
