import { addSnakeNames } from "../../array/snakeMembers";
import type { Artist, Owner } from "../model/artist";
import { flag, number, text } from "../options/readers";
import { setProperties, type Properties } from "./properties";

/** What all that is drawn has in common: it can be hidden, named, raised and taken off its axes. */
export abstract class Drawn {
  /** The axes it is on. */
  owner?: Owner;
  visible = true;
  abstract label: string;
  abstract zorder: number;

  /** The same as {@link getLabel}. */
  declare get_label: Drawn["getLabel"];
  /** The same as {@link setLabel}. */
  declare set_label: Drawn["setLabel"];
  /** The same as {@link setVisible}. */
  declare set_visible: Drawn["setVisible"];
  /** The same as {@link setZorder}. */
  declare set_zorder: Drawn["setZorder"];

  /** The name in the legend. */
  getLabel(): string {
    return this.label;
  }

  /** Sets the name in the legend. */
  setLabel(label: string): void {
    this.label = text("setLabel", "label", label);
  }

  /** Shows or hides it. */
  setVisible(visible: boolean): void {
    this.visible = flag("setVisible", "visible", visible);
  }

  /** Sets its place among what is drawn: those with a higher one are drawn over those with a lower one. */
  setZorder(zorder: number): void {
    this.zorder = number()("setZorder", "zorder", zorder);
  }

  /** Whether it is drawn. */
  getVisible(): boolean {
    return this.visible;
  }

  /** Its place among what is drawn. */
  getZorder(): number {
    return this.zorder;
  }

  /**
   * Sets several properties at once, by the names that their setters have: `color` for `setColor`, `lw` for `setLinewidth`.
   *
   * @throws TypeError for a property that it does not have, or a value that does not fit.
   * @example
   * const [line] = plt.plot([1, 2, 3]);
   * line.set({ color: "C3", lw: 3, label: "up" });
   */
  set(values: Properties<this>): void {
    setProperties("set", this, values);
  }

  /** Takes it off its axes; the limits stay. */
  remove(): void {
    const { owner } = this;
    if (owner === undefined) throw new Error("remove: expected something that is on axes");
    owner.settle();
    const { parts = [] } = this as { parts?: readonly Artist[] };
    for (const artist of [this as unknown as Artist, ...parts]) {
      const at = owner.artists.indexOf(artist);
      if (at >= 0) owner.artists.splice(at, 1);
    }
    this.owner = undefined;
  }
}

addSnakeNames(Drawn.prototype);
