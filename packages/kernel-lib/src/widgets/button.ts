import { describe } from "../array/options";
import { DOMWidget } from "./domWidget";

/** What is called when a button is clicked. */
export type ClickListener = (button: ButtonWidget) => unknown;

/** A button that can be clicked. */
export class ButtonWidget extends DOMWidget {
  #clicked?: Set<ClickListener>;

  /**
   * Calls a function whenever the button is clicked.
   *
   * @param listener - Takes the button.
   * @param options - `remove: true` stops calling it.
   * @throws TypeError if it is not a function.
   */
  onClick(listener: ClickListener, { remove = false }: { remove?: boolean } = {}): void {
    if (typeof listener !== "function") {
      throw new TypeError(`onClick: expected a function, got ${describe(listener)}`);
    }
    if (!this.#clicked) {
      this.#clicked = new Set();
      this.onMessage((content: { event?: unknown } | null) => {
        if (content?.event === "click") this.click();
      });
    }
    if (remove) this.#clicked.delete(listener);
    else this.#clicked.add(listener);
  }

  /** Calls what is called when the button is clicked. */
  click(): void {
    for (const listener of this.#clicked ?? []) listener(this);
  }
}
