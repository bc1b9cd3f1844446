import type { IRenderMime } from "@jupyterlab/rendermime-interfaces";
import { Panel } from "@lumino/widgets";
import { treeType } from "tslinen/dist/payloads.mjs";
import type { FigureContext } from "../figure/figure";

/** A tree of arrays: parameters, gradients, the state of an optimiser. */
export class Tree extends Panel implements IRenderMime.IRenderer {
  constructor(
    private readonly context: FigureContext,
    private readonly options: IRenderMime.IRendererOptions,
  ) {
    super();
    this.addClass("tsl-Tree");
  }

  /** Shows the tree of `model`. */
  async renderModel(model: IRenderMime.IMimeModel): Promise<void> {
    const source = model.data[treeType];
    const text = JSON.stringify(source);
    if (text === this.text) return;
    this.text = text;
    const { TreeContent } = await import(/* webpackChunkName: "tree" */ "./content");
    if (this.isDisposed || text !== this.text) return;
    for (const widget of [...this.widgets]) widget.dispose();
    this.addWidget(new TreeContent(source, this.context, this.options.resolver));
  }

  private text: string | undefined;
}
