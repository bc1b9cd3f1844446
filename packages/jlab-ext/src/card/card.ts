import type { IRenderMime } from "@jupyterlab/rendermime-interfaces";
import { Panel } from "@lumino/widgets";
import type { FigureContext } from "../figure/figure";
import { cardType } from "./cardType";

/** An activation's card: what it is, its formulas, its curve with sliders, where to read more. */
export class Card extends Panel implements IRenderMime.IRenderer {
  constructor(
    private readonly context: FigureContext,
    private readonly options: IRenderMime.IRendererOptions,
  ) {
    super();
    this.addClass("tsl-Card");
  }

  /** Shows the activation of `model`. */
  async renderModel(model: IRenderMime.IMimeModel): Promise<void> {
    const source = model.data[cardType];
    const text = JSON.stringify(source);
    if (text === this.text) return;
    this.text = text;
    const { cardContent } = await import(/* webpackChunkName: "card" */ "./content");
    if (this.isDisposed || text !== this.text) return;
    for (const widget of [...this.widgets]) widget.dispose();
    const { widgets, ready } = cardContent(source, this.context, this.options);
    for (const widget of widgets) this.addWidget(widget);
    await ready;
  }

  private text: string | undefined;
}
