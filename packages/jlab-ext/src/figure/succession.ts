import type { Grammar } from "./mimeTypes";

/** A figure that has been disposed of, and still has what it has drawn. */
interface Leaving {
  readonly grammar: Grammar;
  /** Disposes of what has been drawn. */
  clear(): void;
}

/**
 * Keeps what figures have drawn for the length of a moment in which they are taken away. Where a cell clears its output
 * and shows another figure, this takes place in one moment, and the new figure goes on where the old one was: nothing
 * flickers, and the part of it that is looked at stays.
 */
export class Succession<T extends Leaving> {
  private readonly leaving = new Map<Element, T[]>();

  /** Keeps a figure that leaves an area, until the page has a moment's time. */
  leave(figure: T, area: Element): void {
    const figures = this.leaving.get(area) ?? [];
    this.leaving.set(area, [...figures, figure]);
    setTimeout(() => {
      const left = this.leaving.get(area) ?? [];
      if (!left.includes(figure)) return;
      this.remove(area, figure);
      figure.clear();
    }, 0);
  }

  /** The figure that has been longest in leaving an area, if it is of the same grammar. */
  take(area: Element, grammar: Grammar): T | undefined {
    const figure = this.leaving.get(area)?.find((one) => one.grammar === grammar);
    if (figure) this.remove(area, figure);
    return figure;
  }

  private remove(area: Element, figure: T): void {
    const others = (this.leaving.get(area) ?? []).filter((one) => one !== figure);
    if (others.length > 0) this.leaving.set(area, others);
    else this.leaving.delete(area);
  }
}
