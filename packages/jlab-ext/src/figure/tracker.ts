import { Signal, type ISignal } from "@lumino/signaling";
import type { Figure } from "./figure";

/** Knows the figures that are on the page, and which of them the reader means. */
export class FigureTracker {
  /** The figures, oldest first. */
  get figures(): readonly Figure[] {
    return [...this.all];
  }

  /** The figure that was last pointed at or had the focus, while it lives. */
  get current(): Figure | null {
    return this.latest;
  }

  /** Emitted for every new figure. */
  get added(): ISignal<this, Figure> {
    return this.onAdded;
  }

  /** Emitted when there is another current figure, or none. */
  get currentChanged(): ISignal<this, Figure | null> {
    return this.onCurrentChanged;
  }

  /** Takes note of a figure until it is disposed of. */
  add(figure: Figure): void {
    this.all.add(figure);
    this.byNode.set(figure.node, figure);
    for (const event of ["pointerenter", "focusin"]) {
      figure.node.addEventListener(event, () => this.choose(figure));
    }
    figure.disposed.connect(() => {
      this.all.delete(figure);
      if (this.latest === figure) this.choose(null);
    });
    this.onAdded.emit(figure);
  }

  /** The figure that a node belongs to. */
  at(node: Element | null): Figure | undefined {
    const owner = node?.closest<HTMLElement>(".tsl-Figure");
    return owner ? this.byNode.get(owner) : undefined;
  }

  private choose(figure: Figure | null): void {
    if (this.latest === figure) return;
    this.latest = figure;
    this.onCurrentChanged.emit(figure);
  }

  private readonly all = new Set<Figure>();
  private readonly byNode = new WeakMap<HTMLElement, Figure>();
  private latest: Figure | null = null;
  private readonly onAdded = new Signal<this, Figure>(this);
  private readonly onCurrentChanged = new Signal<this, Figure | null>(this);
}
