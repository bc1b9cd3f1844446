import type { IRenderMime } from "@jupyterlab/rendermime-interfaces";
import { Panel, Widget } from "@lumino/widgets";
import { readTable, tableType } from "tslinen/dist/payloads.mjs";
import type { FigureContext } from "../figure/figure";
import { problem } from "../figure/problem";

/** A list of records, or another table. */
export class Table extends Panel implements IRenderMime.IRenderer {
  constructor(private readonly context: FigureContext) {
    super();
    this.addClass("tsl-Table");
  }

  /** Shows the table of `model`. */
  async renderModel(model: IRenderMime.IMimeModel): Promise<void> {
    const source = model.data[tableType];
    const text = JSON.stringify(source);
    if (text === this.text) return;
    this.text = text;
    const { TableContent } = await import(/* webpackChunkName: "table" */ "./content");
    if (this.isDisposed || text !== this.text) return;
    for (const widget of [...this.widgets]) widget.dispose();
    const { trans } = this.context;
    try {
      this.addWidget(new TableContent(readTable(source), trans));
    } catch (error) {
      this.addWidget(new Widget({ node: problem(error, source, trans) }));
    }
  }

  private text: string | undefined;
}
