import type { JupyterFrontEnd, JupyterFrontEndPlugin } from "@jupyterlab/application";
import { IEditorExtensionRegistry } from "@jupyterlab/codemirror";
import { ILSPDocumentConnectionManager } from "@jupyterlab/lsp";
import { INotebookTracker, type ICellModel, type NotebookPanel } from "@jupyterlab/notebook";
import { IRenderMimeRegistry } from "@jupyterlab/rendermime";
import { ISettingRegistry } from "@jupyterlab/settingregistry";
import { ITranslator, nullTranslator } from "@jupyterlab/translation";
import type { Widget } from "@lumino/widgets";
import { CellEditors } from "../editing/cellEditors";
import { cursorIn } from "../editing/cursor";
import { EditedNotebook } from "../editing/editedNotebook";
import type { Help } from "../editing/help";
import { defaultEditing, type EditingPreferences } from "../editing/preferences";
import { IEditing } from "../tokens";

const id = "@tslinen/jupyterlab:editing";

const isCodeCell = (model: unknown): model is ICellModel => (model as Partial<ICellModel>).type === "code";

/** Whether a language server answers what is asked of TypeScript. */
function isAnswered({ languageServerManager, connections }: ILSPDocumentConnectionManager): boolean {
  const servers = languageServerManager.getMatchingServers({ language: "typescript" });
  return [...connections.values()].some(
    ({ serverIdentifier, isReady }) =>
      isReady && serverIdentifier !== undefined && servers.includes(serverIdentifier),
  );
}

/** An editor's help in the cells of notebooks that our kernel runs; other notebooks load none of it. */
export const editing: JupyterFrontEndPlugin<IEditing> = {
  id,
  description: "Helps with writing TypeScript in cells.",
  autoStart: true,
  provides: IEditing,
  requires: [IRenderMimeRegistry],
  optional: [
    IEditorExtensionRegistry,
    INotebookTracker,
    ISettingRegistry,
    ILSPDocumentConnectionManager,
    ITranslator,
  ],
  activate: (
    app: JupyterFrontEnd,
    rendermime: IRenderMimeRegistry,
    extensions: IEditorExtensionRegistry | null,
    notebooks: INotebookTracker | null,
    settingRegistry: ISettingRegistry | null,
    servers: ILSPDocumentConnectionManager | null,
    translator: ITranslator | null,
  ) => {
    const trans = (translator ?? nullTranslator).load("tslinen");
    let preferences = defaultEditing;
    const editors = new CellEditors();
    const known = new Map<Widget, EditedNotebook>();
    const helps = new Set<Help>();
    const api: IEditing = {
      cursor: (panel = notebooks?.currentWidget ?? undefined) => {
        const notebook = panel && known.get(panel);
        return notebook && cursorIn(notebook);
      },
      notebook: (panel) => known.get(panel),
      isWanted: (what) => preferences[what],
      isServed: (feature) =>
        app.hasPlugin(`@jupyter-lsp/jupyterlab-lsp:${feature}`) && servers !== null && isAnswered(servers),
    };
    const refresh = () => {
      for (const help of helps) help.refresh();
    };
    servers?.initialized.connect(refresh);
    servers?.closed.connect(refresh);

    extensions?.addExtension({
      name: "tslinen-help",
      factory: ({ model }) => ({
        instance: () => (isCodeCell(model) ? editors.extension(model) : []),
        reconfigure: () => null,
      }),
    });

    const follow = (panel: NotebookPanel) => {
      const notebook = new EditedNotebook(panel);
      known.set(panel, notebook);
      panel.disposed.connect(() => known.delete(panel));
      const load = async () => {
        if (!notebook.isHelped) return;
        notebook.changed.disconnect(load);
        const { Help } = await import(/* webpackChunkName: "editing" */ "../editing/help");
        if (panel.isDisposed) return;
        const help = new Help(notebook, editors, rendermime, api, trans);
        helps.add(help);
        panel.disposed.connect(() => helps.delete(help));
      };
      notebook.changed.connect(load);
    };
    notebooks?.forEach(follow);
    notebooks?.widgetAdded.connect((_, panel) => follow(panel));

    void settingRegistry?.load(id).then((settings) => {
      const update = () => {
        preferences = settings.composite as unknown as EditingPreferences;
        refresh();
      };
      settings.changed.connect(update);
      update();
    });
    return api;
  },
};
