import { ILayoutRestorer, type JupyterFrontEnd, type JupyterFrontEndPlugin } from "@jupyterlab/application";
import { ICommandPalette } from "@jupyterlab/apputils";
import { INotebookTracker } from "@jupyterlab/notebook";
import { IRenderMimeRegistry } from "@jupyterlab/rendermime";
import { listIcon } from "@jupyterlab/ui-components";
import { LazyPanel } from "../lazyPanel";
import { IEditing, IFigures } from "../tokens";

/** Shows the panel of the kernel's variables. */
export const showVariables = "tslinen:show-variables";

/** The variables of the notebook's kernel, in the side bar. */
export const variables: JupyterFrontEndPlugin<void> = {
  id: "@tslinen/jupyterlab:variables",
  description: "Lists the variables of TypeScript notebooks, with their shapes and values.",
  autoStart: true,
  requires: [IFigures, IEditing, IRenderMimeRegistry],
  optional: [INotebookTracker, ILayoutRestorer, ICommandPalette],
  activate: (
    app: JupyterFrontEnd,
    { context: { trans } }: IFigures,
    editing: IEditing,
    rendermime: IRenderMimeRegistry,
    notebooks: INotebookTracker | null,
    restorer: ILayoutRestorer | null,
    palette: ICommandPalette | null,
  ) => {
    if (!notebooks) return;
    const panel = new LazyPanel(async () => {
      const { Variables } = await import(/* webpackChunkName: "variables" */ "../variables/panel");
      return new Variables(notebooks, editing, rendermime, trans);
    }, trans);
    panel.id = "tslinen-variables";
    panel.title.icon = listIcon.bindprops({ stylesheet: "sideBar" });
    panel.title.caption = trans.__("Variables");
    panel.node.setAttribute("role", "region");
    panel.node.setAttribute("aria-label", trans.__("Variables"));
    app.shell.add(panel, "left", { rank: 460 });
    restorer?.add(panel, panel.id);
    app.commands.addCommand(showVariables, {
      label: trans.__("Show Variables"),
      caption: trans.__("List the variables of the notebook's kernel"),
      describedBy: { args: { type: "object", properties: {}, additionalProperties: false } },
      execute: () => app.shell.activateById(panel.id),
    });
    palette?.addItem({ command: showVariables, category: trans.__("Notebook Operations") });
  },
};
