import { Promise } from "../originals";
import type { Draft, Message } from "./message";
import { currentCell } from "./cell";

/** Questions to the reader, asked one after the other. */
export class Input {
  private answer?: (value: string) => void;
  private previous: Promise<unknown> = Promise.resolve();

  constructor(private readonly send: (draft: Draft) => void) {}

  /**
   * Asks for a line of text.
   *
   * @throws Error if the front end cannot ask.
   */
  ask(prompt: string, password: boolean): Promise<string> {
    const cell = currentCell();
    if (!cell || cell.request.content.allow_stdin !== true) {
      return Promise.reject(new Error("input: this front end does not support input"));
    }
    const asked = this.previous.then(() => {
      const answered = new Promise<string>((resolve) => {
        this.answer = resolve;
      });
      this.send({
        channel: "stdin",
        type: "input_request",
        content: { prompt, password },
        parent: cell.request,
      });
      return cell.unlessInterrupted(() => answered);
    });
    this.previous = asked.catch(() => undefined);
    return asked;
  }

  /** Takes an input_reply in. */
  receive({ content }: Message): void {
    const { answer } = this;
    this.answer = undefined;
    answer?.(String(content.value ?? ""));
  }
}
