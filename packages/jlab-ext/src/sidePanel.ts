import type { ILayoutRestorer, JupyterFrontEnd } from "@jupyterlab/application";
import type { ICommandPalette } from "@jupyterlab/apputils";
import type { TranslationBundle } from "@jupyterlab/translation";
import type { LabIcon } from "@jupyterlab/ui-components";
import type { Widget } from "@lumino/widgets";
import { LazyPanel } from "./lazyPanel";

/** A panel of the left side bar, and the command that shows it. */
export interface SidePanel {
  id: string;
  /** What it is called. */
  title: string;
  icon: LabIcon;
  /** Its place among the others. */
  rank: number;
  /** Makes its content when it is first seen. */
  load: () => Promise<Widget>;
  command: { id: string; label: string; caption: string; category: string };
}

/** Adds a panel to the left side bar, and its command to the palette. */
export function addSidePanel(
  { shell, commands }: JupyterFrontEnd,
  { id, title, icon, rank, load, command }: SidePanel,
  trans: TranslationBundle,
  restorer: ILayoutRestorer | null,
  palette: ICommandPalette | null,
): void {
  const panel = new LazyPanel(load, trans);
  panel.id = id;
  panel.title.icon = icon.bindprops({ stylesheet: "sideBar" });
  panel.title.caption = title;
  panel.node.setAttribute("role", "region");
  panel.node.setAttribute("aria-label", title);
  shell.add(panel, "left", { rank });
  restorer?.add(panel, id);
  commands.addCommand(command.id, {
    label: command.label,
    caption: command.caption,
    describedBy: { args: { type: "object", properties: {}, additionalProperties: false } },
    execute: () => shell.activateById(id),
  });
  palette?.addItem({ command: command.id, category: command.category });
}
