import type { JupyterFrontEnd, JupyterFrontEndPlugin } from "@jupyterlab/application";
import { ICompletionProviderManager } from "@jupyterlab/completer";
import { IRenderMimeRegistry } from "@jupyterlab/rendermime";
import { Completion } from "../editing/completion";
import { IEditing } from "../tokens";

/** Completes what is written in a cell, in the scope of earlier cells that have not run. */
export const completion: JupyterFrontEndPlugin<void> = {
  id: "@tslinen/jupyterlab:completion",
  description: "Completes TypeScript in cells, with documentation.",
  autoStart: true,
  requires: [IEditing, IRenderMimeRegistry],
  optional: [ICompletionProviderManager],
  activate: (
    _app: JupyterFrontEnd,
    editing: IEditing,
    rendermime: IRenderMimeRegistry,
    manager: ICompletionProviderManager | null,
  ) => {
    if (!manager) return;
    const provider = new Completion(editing, rendermime);
    manager.registerProvider(provider);
    manager.selected.connect((_, { insertText }) => provider.complete(insertText));
  },
};
