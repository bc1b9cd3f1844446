import "../../style/table.css";
import type { TranslationBundle } from "@jupyterlab/translation";
import { Widget } from "@lumino/widgets";
import { rowsHere, type Column, type Table } from "tslinen/dist/payloads.mjs";
import { keepKeys } from "../keepKeys";
import { counted } from "../tree/numbers";
import { orderOf, type Sorting } from "./order";
import { inWords, sizeInWords, widthsOf } from "./words";

/** The height of a row in pixels, and how many are drawn beyond what is seen. */
const rowHeight = 24;
const beyond = 12;

function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className = "",
  text = "",
): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag);
  node.className = className;
  node.textContent = text;
  return node;
}

/** A table to scroll and sort: only the rows that are seen are on the page. */
export class TableContent extends Widget {
  constructor(
    private readonly table: Table,
    private readonly trans: TranslationBundle,
  ) {
    super();
    this.here = rowsHere(table);
    this.order = orderOf(this.here);
    this.scroller.tabIndex = 0;
    keepKeys(this.scroller);
    this.scroller.setAttribute("role", "region");
    this.scroller.setAttribute("aria-label", this.size());
    const grid = element("table", "tsl-Table-grid");
    grid.setAttribute("aria-rowcount", String(this.here + 1));
    const widths = [Math.max(52, 28 + 8 * String(this.here).length), ...widthsOf(table.columns)];
    const columns = element("colgroup");
    for (const width of widths) columns.appendChild(element("col")).style.width = `${width}px`;
    grid.style.width = `${widths.reduce((sum, width) => sum + width, 0)}px`;
    grid.append(columns, this.head(), this.body);
    this.scroller.append(grid);
    this.scroller.addEventListener("scroll", () => this.schedule());
    this.node.append(this.scroller, element("p", "tsl-Table-size", this.size()));
    this.fill();
  }

  /** How large the table is, and how much of it is here. */
  private size(): string {
    const { trans, table } = this;
    const size = sizeInWords(table.rows, table.columns.length, trans);
    if (this.here === table.rows) return size;
    return `${size}. ${trans.__("The first %1 rows are in the notebook; sorting is within these.", counted(this.here))}`;
  }

  private head(): HTMLElement {
    const head = element("thead");
    const row = head.appendChild(element("tr"));
    row.append(element("th", "tsl-Table-place"));
    for (const column of this.table.columns) {
      const cell = row.appendChild(element("th", column.type === "number" ? "tsl-Table-number" : ""));
      cell.scope = "col";
      const button = cell.appendChild(element("button", "tsl-Table-sort"));
      button.type = "button";
      button.title = this.about(column);
      button.append(
        element("span", "tsl-Table-name", column.name),
        element("span", "tsl-Table-type", column.type),
      );
      button.addEventListener("click", () => this.sort(column, cell));
    }
    return head;
  }

  /** What is known of a column, of all its rows. */
  private about(column: Column): string {
    const { min, max, mean, missing, name, type } = column;
    const parts = [`${name}: ${type}`];
    if (min !== undefined && max !== undefined)
      parts.push(`${inWords(min, column)} … ${inWords(max, column)}`);
    if (mean !== undefined) parts.push(this.trans.__("mean %1", inWords(mean, column)));
    if (missing > 0) parts.push(this.trans.__("%1 missing", counted(missing)));
    return parts.join("\n");
  }

  /** Sorts by a column: up, then down, then as the rows came. */
  private sort(column: Column, cell: HTMLElement): void {
    const again = this.sorting?.column === column;
    if (again && this.sorting?.descending) this.sorting = undefined;
    else this.sorting = { column, descending: again };
    for (const other of this.node.querySelectorAll("th[aria-sort]")) other.removeAttribute("aria-sort");
    if (this.sorting) cell.setAttribute("aria-sort", this.sorting.descending ? "descending" : "ascending");
    this.order = orderOf(this.here, this.sorting);
    this.scroller.scrollTop = 0;
    this.fill();
  }

  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    requestAnimationFrame(() => {
      this.scheduled = false;
      this.fill();
    });
  }

  /** Puts the rows on the page that are seen, and room for the others. */
  private fill(): void {
    const { scrollTop, clientHeight } = this.scroller;
    const seen = Math.ceil((clientHeight || 360) / rowHeight);
    const first = Math.max(0, Math.floor(scrollTop / rowHeight) - beyond);
    const end = Math.min(this.order.length, first + seen + 2 * beyond);
    const rows = Array.from({ length: end - first }, (_, i) => this.row(first + i));
    this.body.replaceChildren(room(first), ...rows, room(this.order.length - end));
  }

  private row(place: number): HTMLElement {
    const at = this.order[place];
    const row = element("tr");
    row.setAttribute("aria-rowindex", String(place + 2));
    const index = element("th", "tsl-Table-place", String(at));
    index.scope = "row";
    row.append(index);
    for (const column of this.table.columns) {
      const text = inWords(column.values[at], column);
      const cell = element("td", `tsl-Table-${column.values[at] === null ? "missing" : column.type}`, text);
      if (text.length > 30) cell.title = text;
      row.append(cell);
    }
    return row;
  }

  /** How many rows are there. */
  private readonly here: number;
  private order: Uint32Array;
  private sorting: Sorting | undefined;
  private scheduled = false;
  private readonly scroller = element("div", "tsl-Table-scroller");
  private readonly body = element("tbody");
}

/** The room that some rows would take. */
function room(rows: number): HTMLElement {
  const node = element("tr", "tsl-Table-room");
  node.setAttribute("aria-hidden", "true");
  node.style.height = `${rows * rowHeight}px`;
  return node;
}
