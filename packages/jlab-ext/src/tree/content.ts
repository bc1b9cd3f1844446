import "../../style/tree.css";
import type { IRenderMime } from "@jupyterlab/rendermime-interfaces";
import type { JSONObject } from "@lumino/coreutils";
import { Panel, Widget } from "@lumino/widgets";
import { Figure, type FigureContext } from "../figure/figure";
import { problem } from "../figure/problem";
import { picture, spread } from "./charts";
import { readTree, type ArrayLeaf } from "./payload";
import { treeRows } from "./rows";

const figureType = "application/vnd.vegalite.v6+json";

/** The content of a tree: its rows, and figures below those that are opened. */
export class TreeContent extends Panel {
  constructor(
    source: unknown,
    private readonly context: FigureContext,
    private readonly resolver: IRenderMime.IResolver | null,
  ) {
    super();
    try {
      const open = (leaf: ArrayLeaf, place: HTMLElement) => this.open(leaf, place);
      this.node.append(...treeRows(readTree(source), { trans: context.trans, open }));
    } catch (error) {
      this.addWidget(new Widget({ node: problem(error, source, context.trans) }));
    }
  }

  override dispose(): void {
    for (const figure of this.figures) figure.dispose();
    super.dispose();
  }

  /** Draws an array below its row. */
  private open(leaf: ArrayLeaf, place: HTMLElement): void {
    const { trans } = this.context;
    const figures = [picture(leaf), leaf.histogram && spread(leaf, leaf.histogram)];
    for (const spec of figures) if (spec) this.draw(spec, place);
    const [down, across] = leaf.sample?.by ?? [1, 1];
    if (down * across === 1) return;
    const caption = place.appendChild(document.createElement("p"));
    const vector = leaf.shape.length === 1;
    caption.textContent = vector
      ? trans.__("Each point is the mean of %1 numbers.", across)
      : trans.__("Each cell is the mean of %1 × %2 numbers.", down, across);
  }

  private draw(spec: JSONObject, place: HTMLElement): void {
    const figure = new Figure(this.context, { mimeType: figureType, resolver: this.resolver });
    this.figures.push(figure);
    place.append(figure.node);
    const data = { [figureType]: spec };
    void figure.renderModel({ trusted: false, metadata: {}, data, setData: () => undefined });
  }

  private readonly figures: Figure[] = [];
}
