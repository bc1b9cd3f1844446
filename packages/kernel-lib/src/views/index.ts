import { registerGlance, registerView, type MimeBundle } from "../display";
import { tableType, treeType } from "../payloads";
import { valuesGlance } from "./glance";
import { tableOf } from "./table";
import { tableText } from "./tableText";
import { treeOf } from "./tree";
import { treeText } from "./treeText";

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
registerGlance(valuesGlance);
