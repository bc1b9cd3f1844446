import { DOMWidget } from "./domWidget";

/** Pages, of which each has a title. */
export class PagesWidget extends DOMWidget {
  /**
   * Sets the title of a page.
   *
   * @throws RangeError if there is no such page.
   */
  setTitle(index: number, title: string): void {
    this.#check("setTitle", index);
    this.set({ titles: this.#titles.map((one, i) => (i === index ? title : one)) });
  }

  /**
   * Gives the title of a page.
   *
   * @throws RangeError if there is no such page.
   */
  getTitle(index: number): string {
    this.#check("getTitle", index);
    return this.#titles[index];
  }

  get #titles(): readonly string[] {
    return this.get("titles") as readonly string[];
  }

  #check(name: string, index: number): void {
    if (!Number.isInteger(index) || index < 0 || index >= this.#titles.length) {
      throw new RangeError(`${name}: expected a page from 0 to ${this.#titles.length - 1}, got ${index}`);
    }
  }
}
