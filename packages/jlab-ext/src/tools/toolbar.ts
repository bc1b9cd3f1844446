import "../../style/toolbar.css";
import type { CommandRegistry } from "@lumino/commands";
import type { TranslationBundle } from "@jupyterlab/translation";
import type { FigureTool } from "./commands";

/**
 * The row of buttons at a figure's corner. It is seen when the figure is pointed at or has the focus, and reached
 * by Tab; arrow keys go from button to button (https://www.w3.org/WAI/ARIA/apg/patterns/toolbar/).
 */
export function toolbar(
  tools: readonly FigureTool[],
  commands: CommandRegistry,
  trans: TranslationBundle,
): HTMLElement {
  const node = document.createElement("div");
  node.className = "tsl-Tools";
  node.setAttribute("role", "toolbar");
  node.setAttribute("aria-label", trans.__("Figure tools"));
  const buttons = tools.map(({ id, label, icon }, index) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "tsl-Tools-button";
    button.title = label;
    button.setAttribute("aria-label", label);
    button.tabIndex = index === 0 ? 0 : -1;
    button.append(icon.element({ tag: "span", height: "16px", width: "16px" }));
    button.addEventListener("click", () => void commands.execute(id));
    return button;
  });
  node.append(...buttons);
  node.addEventListener("keydown", (event) => {
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (at < 0 || next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const chosen = buttons[(next + buttons.length) % buttons.length];
    for (const button of buttons) button.tabIndex = button === chosen ? 0 : -1;
    chosen.focus();
  });
  return node;
}
