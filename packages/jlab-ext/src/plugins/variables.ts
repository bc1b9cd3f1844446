import { ILayoutRestorer, type JupyterFrontEnd, type JupyterFrontEndPlugin } from "@jupyterlab/application";
import { ICommandPalette } from "@jupyterlab/apputils";
import { INotebookTracker } from "@jupyterlab/notebook";
import { IRenderMimeRegistry } from "@jupyterlab/rendermime";
import { listIcon } from "@jupyterlab/ui-components";
import { addSidePanel } from "../sidePanel";
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
    const panel = {
      id: "tslinen-variables",
      title: trans.__("Variables"),
      icon: listIcon,
      rank: 460,
      load: async () => {
        const { Variables } = await import(/* webpackChunkName: "variables" */ "../variables/panel");
        return new Variables(notebooks, editing, rendermime, trans);
      },
      command: {
        id: showVariables,
        label: trans.__("Show Variables"),
        caption: trans.__("List the variables of the notebook's kernel"),
        category: trans.__("Notebook Operations"),
      },
    };
    addSidePanel(app, panel, trans, restorer, palette);
  },
};
