/** Shows what is under the pointer, as text: nothing a figure holds becomes markup. */
export class Tooltip {
  /** Vega's tooltip handler; an empty value hides. */
  readonly handle = (_handler: unknown, event: MouseEvent, _item: unknown, value: unknown): void => {
    if (value === null || value === undefined || value === "") this.hide();
    else this.show(event, value);
  };

  /** Takes the tooltip off the page. */
  hide(): void {
    this.node?.remove();
    this.node = undefined;
  }

  private show(event: MouseEvent, value: unknown): void {
    this.node ??= document.body.appendChild(document.createElement("div"));
    this.node.className = "tsl-Tooltip";
    this.node.setAttribute("role", "tooltip");
    this.node.replaceChildren(...contents(value));
    const { offsetWidth: width, offsetHeight: height } = this.node;
    const gap = 12;
    const left = event.clientX + gap + width > innerWidth ? event.clientX - gap - width : event.clientX + gap;
    const top =
      event.clientY + gap + height > innerHeight ? event.clientY - gap - height : event.clientY + gap;
    this.node.style.left = `${Math.max(0, left)}px`;
    this.node.style.top = `${Math.max(0, top)}px`;
  }

  private node?: HTMLElement;
}

/** Rows beyond this are left out: a tooltip is for a glance. */
const rowLimit = 20;

function element(tag: string, text: string): HTMLElement {
  const node = document.createElement(tag);
  node.textContent = text;
  return node;
}

function contents(value: unknown): Node[] {
  if (Array.isArray(value)) return [document.createTextNode(value.map(inWords).join(", "))];
  if (value instanceof Date || typeof value !== "object" || value === null) {
    return [document.createTextNode(inWords(value))];
  }
  const { title, ...fields } = value as Record<string, unknown>;
  const table = document.createElement("table");
  for (const [name, field] of Object.entries(fields).slice(0, rowLimit)) {
    const row = table.appendChild(document.createElement("tr"));
    row.append(element("th", name), element("td", inWords(field)));
  }
  return title === undefined ? [table] : [element("strong", inWords(title)), table];
}

/** A value as a person would write it: numbers to six digits, dates in the reader's format. */
function inWords(value: unknown): string {
  if (typeof value === "number") {
    return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(6)));
  }
  if (value instanceof Date) return value.toLocaleString();
  if (typeof value === "object" && value !== null) return JSON.stringify(value);
  return String(value);
}
