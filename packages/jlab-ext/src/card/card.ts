import type { IRenderMime } from "@jupyterlab/rendermime-interfaces";
import type { JSONObject } from "@lumino/coreutils";
import { Panel, Widget } from "@lumino/widgets";
import { Figure, type FigureContext } from "../figure/figure";
import { problem } from "../figure/problem";
import { curves } from "./curves";
import { cardType, readCard, type ActivationCard } from "./payload";

const figureType = "application/vnd.vegalite.v6+json";

function element(tag: string, className: string, text: string): HTMLElement {
  const node = document.createElement(tag);
  node.className = className;
  node.textContent = text;
  return node;
}

/** A link to a page of the web; undefined for any other address. */
function link(label: string, address: string): HTMLElement | undefined {
  if (!/^https?:\/\//i.test(address)) return undefined;
  const node = document.createElement("a");
  node.href = address;
  node.target = "_blank";
  node.rel = "noopener noreferrer";
  node.textContent = label;
  return node;
}

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
    for (const widget of [...this.widgets]) widget.dispose();
    try {
      await this.fill(readCard(source));
    } catch (error) {
      this.addWidget(new Widget({ node: problem(error, source, this.context.trans) }));
    }
  }

  private async fill(card: ActivationCard): Promise<void> {
    const { trans } = this.context;
    const words = new Widget();
    words.addClass("tsl-Card-words");
    // One parent for all formulas: MathJax keeps one document, and renders it anew at every call.
    const formulas = document.createElement("div");
    formulas.className = "tsl-Card-formulas";
    for (const latex of [card.latex, card.derivativeLatex]) {
      if (latex) formulas.append(element("div", "tsl-Card-formula", `\\[ ${latex} \\]`));
    }
    const links = document.createElement("p");
    links.className = "tsl-Card-links";
    for (const node of [link(trans.__("Documentation"), card.docs), link(trans.__("Source"), card.source)]) {
      if (node) links.append(node);
    }
    words.node.append(
      element("h3", "tsl-Card-name", card.signature),
      element("p", "tsl-Card-summary", card.summary),
      formulas,
      links,
    );
    this.addWidget(words);

    const { latexTypesetter, resolver } = this.options;
    const { vega } = card;
    const typeset = latexTypesetter?.typeset(formulas);
    if (vega) {
      const figure = new Figure(this.context, { mimeType: figureType, resolver });
      this.addWidget(figure);
      await figure.renderModel({
        trusted: false,
        metadata: {},
        data: { [figureType]: curves({ ...card, vega }) as JSONObject },
        setData: () => undefined,
      });
    }
    await typeset;
  }

  private text: string | undefined;
}
