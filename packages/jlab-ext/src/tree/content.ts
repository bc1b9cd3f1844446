import "../../style/tree.css";
import type { IRenderMime } from "@jupyterlab/rendermime-interfaces";
import type { JSONObject } from "@lumino/coreutils";
import { Panel, Widget } from "@lumino/widgets";
import { readTree, type ArrayLeaf } from "tslinen/dist/payloads.mjs";
import { Figure, type FigureContext } from "../figure/figure";
import { problem } from "../figure/problem";
import { picture, spread } from "./charts";
import { measuresOf } from "./numbers";
import { treeRows } from "./rows";

const figureType = "application/vnd.vegalite.v6+json";

/** How wide the labels of a picture are, in pixels. */
const labels = 100;

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
      const tree = readTree(source);
      if (tree.kind === "array") this.drawAlone(tree);
      else if (tree.kind === "node") this.node.append(...treeRows(tree, { trans: context.trans, open }));
    } catch (error) {
      this.addWidget(new Widget({ node: problem(error, source, context.trans) }));
    }
  }

  override dispose(): void {
    for (const figure of this.figures) figure.dispose();
    super.dispose();
  }

  /** Shows an array by itself. */
  private drawAlone(leaf: ArrayLeaf): void {
    const { range, first } = measuresOf(leaf);
    const line = this.node.appendChild(document.createElement("p"));
    line.className = "tsl-Tree-measures";
    line.textContent = [range, first].filter(Boolean).join("  ·  ");
    const place = this.node.appendChild(document.createElement("div"));
    place.className = "tsl-Tree-detail";
    this.open(leaf, place);
  }

  /** Draws an array below its row. */
  private open(leaf: ArrayLeaf, place: HTMLElement): void {
    const { trans } = this.context;
    // Beside the picture stand its labels.
    const width = place.clientWidth - labels;
    const figures = [picture(leaf, width), leaf.histogram && spread(leaf, leaf.histogram, width)];
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
