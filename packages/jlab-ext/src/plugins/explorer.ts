import {
  ILabShell,
  ILayoutRestorer,
  type JupyterFrontEnd,
  type JupyterFrontEndPlugin,
} from "@jupyterlab/application";
import { ICommandPalette, MainAreaWidget, WidgetTracker } from "@jupyterlab/apputils";
import { ILauncher } from "@jupyterlab/launcher";
import { INotebookTracker } from "@jupyterlab/notebook";
import { LabIcon } from "@jupyterlab/ui-components";
import type { ReadonlyPartialJSONObject } from "@lumino/coreutils";
import { notebookSide } from "../explorer/notebookSide";
import { LazyPanel } from "../lazyPanel";
import { panelOpener } from "../openPanel";
import { IFigures } from "../tokens";

/** Opens the explorer in a tab. */
export const openExplorer = "tslinen:open-explorer";

/** A curve that bends at a corner, as ReLU's smooth kin do. */
const icon = new LabIcon({
  name: "tslinen:explorer",
  svgstr:
    '<svg xmlns="http://www.w3.org/2000/svg" width="16" viewBox="0 0 24 24"><path class="jp-icon3" fill="none" stroke="#616161" stroke-width="2" stroke-linecap="round" d="M3 17c7 1.500 9.500 0 11-4.500S18 5 21 4"/><path class="jp-icon3" fill="none" stroke="#616161" stroke-opacity=".5" stroke-linecap="round" d="M3 20.500h18M12 3v18"/></svg>',
});

/** The explorer of activations: in a tab, from launcher and palette, and in the side bar. */
export const explorer: JupyterFrontEndPlugin<void> = {
  id: "@tslinen/jupyterlab:explorer",
  description: "Compares activation functions, their derivatives and parameters.",
  autoStart: true,
  requires: [IFigures],
  optional: [ILabShell, INotebookTracker, ILauncher, ICommandPalette, ILayoutRestorer],
  activate: (
    app: JupyterFrontEnd,
    { context }: IFigures,
    lab: ILabShell | null,
    notebooks: INotebookTracker | null,
    launcher: ILauncher | null,
    palette: ICommandPalette | null,
    restorer: ILayoutRestorer | null,
  ) => {
    const { trans } = context;
    const open = panelOpener(app, lab);
    const side = notebooks && notebookSide(app, notebooks);
    const load = async () => {
      const { Explorer } = await import(/* webpackChunkName: "explorer" */ "../explorer/explorer");
      return new Explorer(context, side);
    };

    const tracker = new WidgetTracker<MainAreaWidget>({ namespace: "tslinen-explorer" });
    app.commands.addCommand(openExplorer, {
      label: trans.__("Activation Explorer"),
      caption: trans.__("Compare activation functions, their derivatives and parameters"),
      icon,
      describedBy: { args: { type: "object", properties: {}, additionalProperties: true } },
      execute: (_args: ReadonlyPartialJSONObject) => {
        const widget = tracker.currentWidget ?? new MainAreaWidget({ content: new LazyPanel(load, trans) });
        if (!tracker.has(widget)) {
          widget.id = "tslinen-explorer";
          widget.title.label = trans.__("Activation Explorer");
          widget.title.icon = icon;
          widget.title.closable = true;
          void tracker.add(widget);
        }
        open(widget);
      },
    });
    palette?.addItem({ command: openExplorer, category: trans.__("Neural Networks") });
    launcher?.add({ command: openExplorer, category: trans.__("Other"), rank: 10 });
    if (restorer) void restorer.restore(tracker, { command: openExplorer, name: () => "tslinen-explorer" });

    const bar = new LazyPanel(load, trans);
    bar.id = "tslinen-explorer-sidebar";
    bar.title.icon = icon;
    bar.title.caption = trans.__("Activation Explorer");
    app.shell.add(bar, "right", { rank: 900 });
    restorer?.add(bar, bar.id);
  },
};
