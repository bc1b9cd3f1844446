import type { TranslationBundle } from "@jupyterlab/translation";
import type { ArrayLeaf, TreeNode, TreePart } from "tslinen/dist/payloads.mjs";
import { counted, measuresOf, typeText } from "./numbers";
import { sparkline } from "./sparkline";

/** Trees of more rows are open at their first levels only. */
const manyRows = 30;

/** What becomes of the rows of a tree. */
export interface RowContext {
  trans: TranslationBundle;
  /** Fills the place below an array's row when it is opened. */
  open(leaf: ArrayLeaf, place: HTMLElement): void;
}

function cell(name: string, ...content: (Node | string)[]): HTMLElement {
  const node = document.createElement("span");
  node.className = `tsl-Tree-${name}`;
  node.append(...content);
  return node;
}

/** A row: its name, as far in as it is deep, and what there is to say about it. */
function row(key: string, depth: number, cells: Node[]): HTMLElement {
  const node = document.createElement("summary");
  node.className = "tsl-Tree-row";
  const name = cell("name", key);
  name.style.setProperty("--depth", String(depth));
  node.append(name, ...cells);
  return node;
}

function arrayRow(leaf: ArrayLeaf, depth: number, { trans, open }: RowContext): HTMLElement {
  const { bad, histogram, unlike } = leaf;
  const drawn = histogram ? [sparkline(histogram, trans.__("Histogram"))] : [];
  const { mean, range, first } = measuresOf(leaf);
  const type = cell("type", typeText(leaf.dtype, leaf.shape));
  if (unlike) {
    type.classList.add("tsl-Tree-unlike");
    type.title = trans.__("%1 has the shape [%2]", unlike.place, unlike.shape.join(", "));
    type.append(cell("counterpart", ` ≠ [${unlike.shape.join(", ")}]`));
  }
  const cells = [
    type,
    cell("spread", ...drawn),
    cell("mean", mean),
    cell("range", bad > 0 ? cell("bad", trans.__("%1 not finite", counted(bad))) : range),
    cell("values", first),
  ];
  const node = document.createElement("details");
  node.className = "tsl-Tree-leaf";
  node.append(row(leaf.key, depth, cells));
  if (!leaf.sample) node.classList.add("tsl-Tree-flat");
  else {
    const place = node.appendChild(document.createElement("div"));
    place.className = "tsl-Tree-detail";
    node.addEventListener("toggle", () => node.open && place.childElementCount === 0 && open(leaf, place));
  }
  return node;
}

const rowsOf = (part: TreePart): number =>
  part.kind === "node" ? 1 + part.parts.reduce((sum, one) => sum + rowsOf(one), 0) : 1;

/** What is said of a node beside its name. */
export const about = (
  { arrays, size }: Pick<TreeNode, "arrays" | "size">,
  trans: TranslationBundle,
): string =>
  [
    trans._n("%2 array", "%2 arrays", arrays, counted(arrays)),
    trans._n("%2 number", "%2 numbers", size, counted(size)),
  ].join(", ");

function partRow(part: TreePart, depth: number, openTo: number, context: RowContext): HTMLElement {
  if (part.kind === "array") return arrayRow(part, depth, context);
  const node = document.createElement("details");
  if (part.kind === "other") {
    node.className = "tsl-Tree-leaf tsl-Tree-flat";
    node.append(row(part.key, depth, [cell("type", part.text)]));
    return node;
  }
  const plain = part.type === "object" || part.type === "list";
  const summary = row(part.key, depth, [
    cell("about", `${plain ? "" : `${part.type}: `}${about(part, context.trans)}`),
  ]);
  node.append(summary, ...part.parts.map((one) => partRow(one, depth + 1, openTo, context)));
  node.open = depth < openTo;
  return node;
}

/** The rows of a tree, below a line that sums it up. */
export function treeRows(tree: TreeNode, context: RowContext): HTMLElement[] {
  const { trans } = context;
  const openTo = rowsOf(tree) <= manyRows ? Infinity : 1;
  const head = document.createElement("div");
  head.className = "tsl-Tree-row tsl-Tree-head";
  head.append(
    cell("name", about(tree, trans)),
    cell("type", trans.__("type")),
    cell("spread", trans.__("spread")),
    cell("mean", trans.__("mean ± deviation")),
    cell("range", trans.__("range")),
    cell("values", trans.__("first numbers")),
  );
  return [head, ...tree.parts.map((part) => partRow(part, 0, openTo, context))];
}
