import { ILayoutRestorer, type JupyterFrontEnd, type JupyterFrontEndPlugin } from "@jupyterlab/application";
import { ICommandPalette } from "@jupyterlab/apputils";
import { INotebookTracker } from "@jupyterlab/notebook";
import { ILatexTypesetter } from "@jupyterlab/rendermime";
import { imageIcon } from "@jupyterlab/ui-components";
import { LazyPanel } from "../lazyPanel";
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
    const panel = new LazyPanel(async () => {
      const { Contents } = await import(/* webpackChunkName: "contents" */ "../contents/panel");
      return new Contents(notebooks, typesetter, trans);
    }, trans);
    panel.id = "tslinen-contents";
    panel.title.icon = imageIcon.bindprops({ stylesheet: "sideBar" });
    panel.title.caption = trans.__("Figures and Formulas");
    panel.node.setAttribute("role", "region");
    panel.node.setAttribute("aria-label", trans.__("Figures and Formulas"));
    app.shell.add(panel, "left", { rank: 450 });
    restorer?.add(panel, panel.id);
    app.commands.addCommand(showContents, {
      label: trans.__("Show Figures and Formulas"),
      caption: trans.__("List the figures and formulas of the notebook"),
      describedBy: { args: { type: "object", properties: {}, additionalProperties: false } },
      execute: () => app.shell.activateById(panel.id),
    });
    palette?.addItem({ command: showContents, category: trans.__("Figures") });
  },
};
