import type { TranslationBundle } from "@jupyterlab/translation";
import type { Parameter } from "../card/payload";
import type { Explorable } from "./functions";
import type { Chosen, ExplorerModel, Reading } from "./model";

type Attributes = Readonly<Record<string, string>>;

/** An element with attributes and children. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

/** A number to read: five digits, and a true minus. */
export const inDigits = (value: number): string =>
  Number.isFinite(value) ? String(Number(value.toPrecision(5))).replace("-", "−") : String(value);

/** The functions to pick from, as buttons that stay pressed, in groups. */
export function picker(
  groups: readonly { title: string; functions: readonly Explorable[] }[],
  model: ExplorerModel,
): HTMLElement {
  const node = element("div", { class: "tsl-Explorer-picker" });
  for (const { title, functions } of groups) {
    if (functions.length === 0) continue;
    const group = element("div", { role: "group", "aria-label": title, class: "tsl-Explorer-group" });
    if (groups.length > 1) group.append(element("span", { class: "tsl-Explorer-groupTitle" }, title));
    for (const of of functions) {
      const button = element("button", { type: "button", class: "tsl-Explorer-pick" }, of.name);
      button.setAttribute("aria-pressed", String(model.isChosen(of)));
      button.addEventListener("click", () => {
        model.toggle(of);
        button.setAttribute("aria-pressed", String(model.isChosen(of)));
      });
      group.append(button);
    }
    node.append(group);
  }
  return node;
}

function slider(one: Parameter, chosen: Chosen, model: ExplorerModel): HTMLElement {
  const name = element("span", {}, one.name);
  if (!("min" in one)) {
    const box = element("input", { type: "checkbox" });
    box.checked = chosen.parameters[one.name] === true;
    box.addEventListener("change", () => model.set(chosen, one.name, box.checked));
    return element("label", { class: "tsl-Explorer-slider" }, name, box);
  }
  const shown = element("output", {}, inDigits(chosen.parameters[one.name] as number));
  const input = element("input", {
    type: "range",
    min: String(one.min),
    max: String(one.max),
    step: String(one.step),
    "aria-label": `${one.name}, ${chosen.of.name}`,
  });
  input.value = String(chosen.parameters[one.name]);
  input.addEventListener("input", () => {
    shown.textContent = inDigits(input.valueAsNumber);
    model.set(chosen, one.name, input.valueAsNumber);
  });
  return element("label", { class: "tsl-Explorer-slider" }, name, input, shown);
}

/** The table of picked functions: colour, name, sliders, and what is read. */
export class Readings {
  readonly node = element("table", { class: "tsl-Explorer-readings" });

  constructor(
    private readonly model: ExplorerModel,
    private readonly trans: TranslationBundle,
  ) {}

  /** Makes a row for each picked function. */
  rebuild(): void {
    this.cells.clear();
    const head = element(
      "tr",
      {},
      element("th", { scope: "col" }, this.trans.__("Function")),
      element("th", { scope: "col" }, this.trans.__("Parameters")),
      element("th", { scope: "col" }, "f(x)"),
      element("th", { scope: "col" }, "f′(x)"),
    );
    const rows = this.model.chosen.map((chosen) => {
      const cells = [
        element("td", { class: "tsl-Explorer-number" }),
        element("td", { class: "tsl-Explorer-number" }),
      ];
      this.cells.set(chosen, cells);
      const swatch = element("span", { class: "tsl-Explorer-swatch", "aria-hidden": "true" });
      swatch.style.background = chosen.colour;
      return element(
        "tr",
        {},
        element("th", { scope: "row" }, swatch, chosen.of.name),
        element("td", {}, ...chosen.of.parameters.map((one) => slider(one, chosen, this.model))),
        ...cells,
      );
    });
    this.node.replaceChildren(element("thead", {}, head), element("tbody", {}, ...rows));
  }

  /** Writes the numbers. */
  update(readings: readonly Reading[]): void {
    for (const { chosen, value, derivative } of readings) {
      const cells = this.cells.get(chosen);
      if (!cells) continue;
      cells[0].textContent = inDigits(value);
      cells[1].textContent = inDigits(derivative);
    }
  }

  private readonly cells = new Map<Chosen, HTMLTableCellElement[]>();
}
