import type { TranslationBundle } from "@jupyterlab/translation";
import type { Variable } from "@tslinen/kernel/dist/protocol/variables";
import { readSummary, type Histogram } from "tslinen/dist/payloads.mjs";
import { counted, measuresOf, typeText } from "../tree/numbers";
import { about } from "../tree/rows";
import { sparkline } from "../tree/sparkline";
import { sizeInWords } from "../table/words";

/** What is written of a variable. */
interface Line {
  type: string;
  text: string;
  /** What else there is to say where there is room. */
  more?: string;
  /** What is wrong with it. */
  alert?: string;
  histogram?: Histogram;
}

function lineOf({ type, text, summary }: Variable, trans: TranslationBundle): Line {
  if (!summary) return { type, text };
  const known = readSummary(summary);
  switch (known.kind) {
    case "array": {
      const { mean, range, first } = measuresOf(known);
      const alert = known.bad > 0 ? trans.__("%1 not finite", counted(known.bad)) : undefined;
      return {
        type: typeText(known.dtype, known.shape),
        text: mean || first,
        more: range,
        alert,
        histogram: known.histogram,
      };
    }
    case "node":
      return { type, text: about(known, trans) };
    case "table":
      return { type, text: sizeInWords(known.rows, known.columns, trans) };
    case "other":
      return { type, text: known.text };
  }
}

function element(tag: string, className: string, text = ""): HTMLElement {
  const node = document.createElement(tag);
  node.className = className;
  node.textContent = text;
  return node;
}

/** The row of a variable, to be opened, with a place for what is then seen. */
export function variableRow(variable: Variable, trans: TranslationBundle): HTMLDetailsElement {
  const { type, text, more, alert, histogram } = lineOf(variable, trans);
  const node = document.createElement("details");
  node.className = "tsl-Variables-item";
  const row = node.appendChild(element("summary", "tsl-Variables-row"));
  row.title = [text, more].filter(Boolean).join("\n");
  const head = row.appendChild(element("span", "tsl-Variables-line"));
  head.append(
    element("span", "tsl-Variables-name", variable.name),
    element("span", "tsl-Variables-type", type),
  );
  const below = row.appendChild(element("span", "tsl-Variables-line tsl-Variables-text"));
  below.append(element("span", "tsl-Variables-words", text));
  if (more) below.append(element("span", "tsl-Variables-more", more));
  if (alert) below.append(element("span", "tsl-Tree-bad", alert));
  else if (histogram) below.append(sparkline(histogram, trans.__("Histogram")));
  node.append(element("div", "tsl-Variables-detail"));
  return node;
}
