import { ILayoutRestorer, type JupyterFrontEnd, type JupyterFrontEndPlugin } from "@jupyterlab/application";
import { ICommandPalette } from "@jupyterlab/apputils";
import { INotebookTracker } from "@jupyterlab/notebook";
import { ILatexTypesetter } from "@jupyterlab/rendermime";
import { imageIcon } from "@jupyterlab/ui-components";
import { addSidePanel } from "../sidePanel";
import { IFigures } from "../tokens";

/** Shows the panel of the notebook's figures and formulas. */
export const showContents = "tslinen:show-contents";

/** The table of figures and formulas of the notebook, in the side bar. */
export const contents: JupyterFrontEndPlugin<void> = {
  id: "@tslinen/jupyterlab:contents",
  description: "Lists the figures and formulas of the notebook, to jump to.",
  autoStart: true,
  requires: [IFigures],
  optional: [INotebookTracker, ILatexTypesetter, ILayoutRestorer, ICommandPalette],
  activate: (
    app: JupyterFrontEnd,
    { context: { trans } }: IFigures,
    notebooks: INotebookTracker | null,
    typesetter: ILatexTypesetter | null,
    restorer: ILayoutRestorer | null,
    palette: ICommandPalette | null,
  ) => {
    if (!notebooks) return;
    const panel = {
      id: "tslinen-contents",
      title: trans.__("Figures and Formulas"),
      icon: imageIcon,
      rank: 450,
      load: async () => {
        const { Contents } = await import(/* webpackChunkName: "contents" */ "../contents/panel");
        return new Contents(notebooks, typesetter, trans);
      },
      command: {
        id: showContents,
        label: trans.__("Show Figures and Formulas"),
        caption: trans.__("List the figures and formulas of the notebook"),
        category: trans.__("Figures"),
      },
    };
    addSidePanel(app, panel, trans, restorer, palette);
  },
};
