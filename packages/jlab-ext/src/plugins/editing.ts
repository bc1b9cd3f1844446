import type { JupyterFrontEnd, JupyterFrontEndPlugin } from "@jupyterlab/application";
import { IEditorExtensionRegistry } from "@jupyterlab/codemirror";
import { INotebookTracker, type ICellModel, type NotebookPanel } from "@jupyterlab/notebook";
import { ISettingRegistry } from "@jupyterlab/settingregistry";
import { CellEditors } from "../editing/cellEditors";
import { EditedNotebook } from "../editing/editedNotebook";
import type { Help } from "../editing/help";
import { defaultEditing, type EditingPreferences } from "../editing/preferences";

const id = "@tslinen/jupyterlab:editing";

const isCodeCell = (model: unknown): model is ICellModel => (model as Partial<ICellModel>).type === "code";

/** An editor's help in the cells of notebooks that our kernel runs; other notebooks load none of it. */
export const editing: JupyterFrontEndPlugin<void> = {
  id,
  description: "Helps with writing TypeScript in cells.",
  autoStart: true,
  requires: [],
  optional: [IEditorExtensionRegistry, INotebookTracker, ISettingRegistry],
  activate: (
    _app: JupyterFrontEnd,
    extensions: IEditorExtensionRegistry | null,
    notebooks: INotebookTracker | null,
    settingRegistry: ISettingRegistry | null,
  ) => {
    if (!extensions || !notebooks) return;
    let preferences = defaultEditing;
    const editors = new CellEditors();
    const helps = new Set<Help>();
    extensions.addExtension({
      name: "tslinen-help",
      factory: ({ model }) => ({
        instance: () => (isCodeCell(model) ? editors.extension(model) : []),
        reconfigure: () => null,
      }),
    });

    const follow = (panel: NotebookPanel) => {
      const notebook = new EditedNotebook(panel);
      const load = async () => {
        if (!notebook.isHelped) return;
        notebook.changed.disconnect(load);
        const { Help } = await import(/* webpackChunkName: "editing" */ "../editing/help");
        if (panel.isDisposed) return;
        const help = new Help(notebook, editors, () => preferences);
        helps.add(help);
        panel.disposed.connect(() => helps.delete(help));
      };
      notebook.changed.connect(load);
    };
    notebooks.forEach(follow);
    notebooks.widgetAdded.connect((_, panel) => follow(panel));

    void settingRegistry?.load(id).then((settings) => {
      const update = () => {
        preferences = settings.composite as unknown as EditingPreferences;
        for (const help of helps) help.refresh();
      };
      settings.changed.connect(update);
      update();
    });
  },
};
