import type { MimeBundle } from "../display";
import type { ActivationInfo } from "./activation";

/** The MIME type of an activation's card. */
export const cardType = "application/vnd.tslinen.activation.v1+json";

/** How an activation is displayed: as a card, as its formulas, as a line of text. */
export function activationBundle(name: string, info: ActivationInfo): MimeBundle {
  const { signature, summary, latex, derivativeLatex = null, parameters, kinks, source, docs } = info;
  const formulas = [latex, ...(derivativeLatex === null ? [] : [derivativeLatex])];
  const card = {
    name,
    signature,
    summary,
    latex,
    derivativeLatex,
    parameters: parameters.map((one) => {
      if (typeof one.default === "boolean" || !("min" in one)) return one;
      return { step: (one.max - one.min) / 100, ...one };
    }),
    vega: info.vega() ?? null,
    kinks,
    source,
    docs,
  };
  return {
    [cardType]: card,
    "text/latex": `$$\\begin{aligned} ${formulas.map(align).join(" \\\\ ")} \\end{aligned}$$`,
    "text/plain": `${signature}: ${summary}`,
  };
}

/** Lines formulas up at their first equals sign. */
const align = (formula: string): string => formula.replace(" = ", " &= ");
