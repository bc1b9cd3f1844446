import "../../style/card.css";
import type { IRenderMime } from "@jupyterlab/rendermime-interfaces";
import type { JSONObject } from "@lumino/coreutils";
import { Widget } from "@lumino/widgets";
import { Figure, type FigureContext } from "../figure/figure";
import { problem } from "../figure/problem";
import { curves } from "./curves";
import { readCard } from "./payload";

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

/** What a card is made of, and when it stands. */
export interface CardContent {
  widgets: Widget[];
  /** Resolves when formulas are typeset and curves drawn. */
  ready: Promise<unknown>;
}

/** The content of a card: name, formulas and links, then the curves. */
export function cardContent(
  source: unknown,
  context: FigureContext,
  { latexTypesetter, resolver }: IRenderMime.IRendererOptions,
): CardContent {
  const { trans } = context;
  let card;
  try {
    card = readCard(source);
  } catch (error) {
    return { widgets: [new Widget({ node: problem(error, source, trans) })], ready: Promise.resolve() };
  }

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
  const typeset = async () => latexTypesetter?.typeset(formulas);
  const { vega } = card;
  if (!vega) return { widgets: [words], ready: typeset() };

  const figure = new Figure(context, { mimeType: figureType, resolver });
  const drawn = figure.renderModel({
    trusted: false,
    metadata: {},
    data: { [figureType]: curves({ ...card, vega }) as JSONObject },
    setData: () => undefined,
  });
  return { widgets: [words, figure], ready: Promise.all([typeset(), drawn]) };
}
