import { Widget } from "./widget";

/** A widget that can be seen by itself. */
export class DOMWidget extends Widget {
  /** Adds a CSS class to the widget's element. */
  addClass(name: string): this {
    const classes = this.get("domClasses") as readonly string[];
    if (!classes.includes(name)) this.set({ domClasses: [...classes, name] });
    return this;
  }

  /** Takes a CSS class away from the widget's element. */
  removeClass(name: string): this {
    this.set({ domClasses: (this.get("domClasses") as readonly string[]).filter((one) => one !== name) });
    return this;
  }

  /** Gives the widget the keyboard. */
  focus(): void {
    this.send({ do: "focus" });
  }

  /** Takes the keyboard from the widget. */
  blur(): void {
    this.send({ do: "blur" });
  }
}
