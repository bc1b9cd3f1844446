import { describe } from "../array/options";
import { DOMWidget } from "./domWidget";

/** What is called when a reader submits a text. */
export type SubmitListener = (widget: SubmittedWidget) => unknown;

/** A line of text that a reader submits by the enter key. */
export class SubmittedWidget extends DOMWidget {
  #listeners?: Set<SubmitListener>;

  /**
   * Calls a function whenever a reader presses the enter key in the text.
   *
   * @param listener - Takes the widget.
   * @param options - `remove: true` stops calling it.
   * @throws TypeError if it is not a function.
   */
  onSubmit(listener: SubmitListener, { remove = false }: { remove?: boolean } = {}): void {
    if (typeof listener !== "function") {
      throw new TypeError(`onSubmit: expected a function, got ${describe(listener)}`);
    }
    if (!this.#listeners) {
      this.#listeners = new Set();
      this.onMessage((content: { event?: unknown } | null) => {
        if (content?.event !== "submit") return;
        for (const each of this.#listeners ?? []) each(this);
      });
    }
    if (remove) this.#listeners.delete(listener);
    else this.#listeners.add(listener);
  }
}
