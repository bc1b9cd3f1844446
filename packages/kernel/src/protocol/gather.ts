import type { Content, Outgoing } from "./message";

/** How long, in milliseconds, text waits for more of it: as long as under ipykernel. */
const delay = 200;

/**
 * Gathers what a cell prints, so that thirty lines are one message, and one output in a saved notebook. It does so where
 * Jupyter is spoken to, whose timers run even while a cell keeps its own thread busy.
 */
export class Gatherer {
  private held?: { message: Outgoing; content: Content; texts: string[] };
  private timer?: NodeJS.Timeout;
  /** The stream that was written last and whose last line is still open: what comes next goes on with it. */
  private open?: { parent: string; name: unknown };

  constructor(private readonly send: (message: Outgoing) => void) {}

  /** Sends a message, after all text before it; text itself a little later, with what follows. */
  pass(message: Outgoing): void {
    if (message.channel !== "iopub" || message.identities[0] !== "stream") {
      this.flush();
      // Below another output, text begins anew.
      if (message.channel === "iopub" && message.identities[0] !== "status") this.open = undefined;
      return this.send(message);
    }
    const [, parent, , dictionary] = message.dictionaries;
    const content = JSON.parse(dictionary) as Content;
    const { held } = this;
    if (held && held.message.dictionaries[1] === parent && held.content.name === content.name) {
      held.texts.push(String(content.text));
      return;
    }
    this.flush();
    this.held = { message, content, texts: [String(content.text)] };
    this.timer = setTimeout(() => this.flush(), delay);
  }

  /** Sends the text that waits. */
  flush(): void {
    clearTimeout(this.timer);
    const { held } = this;
    this.held = undefined;
    if (!held) return;
    const [header, parent, metadata] = held.message.dictionaries;
    const { name } = held.content;
    const isOpen = this.open?.parent === parent && this.open.name === name;
    const text = withoutOverwritten(held.texts.join(""), isOpen);
    this.open = text.endsWith("\n") ? undefined : { parent, name };
    const content = JSON.stringify({ ...held.content, text });
    this.send({ ...held.message, dictionaries: [header, parent, metadata, content] });
  }
}

/**
 * Text without what a carriage return makes later text on the same line write over, as a terminal shows it.
 *
 * @param goesOn - Whether there is text before it on its first line, which it may write over as well.
 */
export function withoutOverwritten(text: string, goesOn = false): string {
  if (!/\r(?!\n)/.test(text)) return text;
  return text
    .split("\n")
    .map((line, index) => {
      const ending = line.endsWith("\r") ? "\r" : "";
      const parts = (ending ? line.slice(0, -1) : line).split("\r");
      const begun = goesOn && index === 0 && parts.length > 1 ? `${parts.shift()}\r` : "";
      const shown = parts.reduce((under, over) => over + under.slice(over.length), "");
      return begun + shown + ending;
    })
    .join("\n");
}
