import type { CapturedOutput } from "../display";

/** An output as notebooks hold it. */
export type NotebookOutput = Record<string, unknown>;

/** What code has put out, in the order and form in which a notebook holds it. */
export class OutputList {
  private entries: { output: NotebookOutput; displayId?: string }[] = [];
  private clearing = false;

  /** The outputs. */
  get outputs(): NotebookOutput[] {
    return this.entries.map(({ output }) => output);
  }

  /** Takes all of them away, at once or as soon as there is something new. */
  clear(wait: boolean): void {
    this.clearing = wait;
    if (!wait) this.entries = [];
  }

  /** Puts other outputs in their place. */
  replace(outputs: readonly NotebookOutput[]): void {
    this.clearing = false;
    this.entries = outputs.map((output) => ({ output }));
  }

  /** Takes an output in; false if it is the update of something that is not here. */
  take({ type, content }: CapturedOutput): boolean {
    if (type === "clear_output") {
      this.clear(content.wait === true);
      return true;
    }
    const { transient, ...rest } = content as { transient?: { display_id?: string } };
    const displayId = transient?.display_id;
    const output = { output_type: type, ...rest };
    if (type === "update_display_data") {
      const place = this.entries.findIndex((entry) => entry.displayId === displayId);
      if (place < 0) return false;
      this.entries[place] = { output: { ...output, output_type: "display_data" }, displayId };
      return true;
    }
    if (this.clearing) this.clear(false);
    const last = this.entries.at(-1)?.output as
      { output_type?: string; name?: string; text?: string } | undefined;
    const { name, text } = content as { name?: string; text?: string };
    if (type === "stream" && last?.output_type === "stream" && last.name === name) {
      this.entries[this.entries.length - 1] = { output: { ...last, text: `${last.text}${text}` } };
    } else {
      this.entries.push({ output, displayId });
    }
    return true;
  }
}
