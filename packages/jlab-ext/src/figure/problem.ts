import "../../style/problem.css";
import type { TranslationBundle } from "@jupyterlab/translation";

/** What stands in place of a figure that cannot be drawn: the reason, and the source to find it in. */
export function problem(error: unknown, source: unknown, trans: TranslationBundle): HTMLElement {
  const node = document.createElement("div");
  node.className = "tsl-Problem";
  node.setAttribute("role", "alert");

  const title = document.createElement("strong");
  title.textContent = trans.__("This figure cannot be drawn");
  const reason = document.createElement("p");
  reason.textContent = error instanceof Error ? error.message : String(error);

  const details = document.createElement("details");
  const summary = document.createElement("summary");
  summary.textContent = trans.__("Source");
  const code = document.createElement("pre");
  code.textContent = excerpt(typeof source === "string" ? source : JSON.stringify(source, null, 2), trans);
  details.append(summary, code);

  node.append(title, reason, details);
  return node;
}

/** Longer sources are cut: a page with megabytes of text in it is no longer readable, or quick. */
const sourceLimit = 20_000;

function excerpt(text: string, trans: TranslationBundle): string {
  return text.length <= sourceLimit
    ? text
    : `${text.slice(0, sourceLimit)}\n… ${trans.__("%1 more characters", text.length - sourceLimit)}`;
}
