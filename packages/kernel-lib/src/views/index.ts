import { registerView, type MimeBundle } from "../display";
import { tableOf } from "./table";
import { tableText } from "./tableText";
import { treeOf } from "./tree";
import { treeText } from "./treeText";

/** The MIME type of a tree of arrays. */
export const treeType = "application/vnd.tslinen.tree.v1+json";
/** The MIME type of a table. */
export const tableType = "application/vnd.tslinen.table.v1+json";

/** Trees of fewer numbers than these are read more easily as text. */
const fewest = 17;

/** The representations of a tree of arrays; undefined for anything else. */
export function treeView(value: unknown): MimeBundle | undefined {
  const tree = treeOf(value, fewest);
  return tree && { [treeType]: tree, "text/plain": treeText(tree) };
}

/** The representations of a table; undefined for anything else. */
export function tableView(value: unknown): MimeBundle | undefined {
  const table = tableOf(value);
  return table && { [tableType]: table, "text/plain": tableText(table) };
}

registerView(tableView);
registerView(treeView);
