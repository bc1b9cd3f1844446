import type { JupyterFrontEnd, JupyterFrontEndPlugin } from "@jupyterlab/application";
import { ICommandPalette } from "@jupyterlab/apputils";
import { INotebookTracker, type NotebookPanel } from "@jupyterlab/notebook";
import { ITranslator, nullTranslator } from "@jupyterlab/translation";
import { editingCommands } from "../editing/commands";
import { formatCells } from "../editing/format";
import { closeSignature } from "../editing/signature";
import { IEditing } from "../tokens";
import { announced } from "../tools/announced";

/** Commands take no arguments: they act on the cell that is written. */
const describedBy = { args: { type: "object" as const, properties: {}, additionalProperties: false } };

/** What can be asked about a name in a cell: commands, keys, a context menu; and formatting when a notebook is saved. */
export const editingTools: JupyterFrontEndPlugin<void> = {
  id: "@tslinen/jupyterlab:editing-commands",
  description: "Goes to definitions, finds uses, renames and formats in TypeScript cells.",
  autoStart: true,
  requires: [IEditing],
  optional: [INotebookTracker, ICommandPalette, ITranslator],
  activate: (
    { commands }: JupyterFrontEnd,
    { cursor, isWanted, isServed }: IEditing,
    notebooks: INotebookTracker | null,
    palette: ICommandPalette | null,
    translator: ITranslator | null,
  ) => {
    const trans = (translator ?? nullTranslator).load("tslinen");
    for (const { id, label, caption, feature, run } of editingCommands(commands, trans)) {
      commands.addCommand(id, {
        label,
        caption,
        describedBy,
        isEnabled: () => cursor() !== undefined,
        isVisible: () => feature === undefined || !isServed(feature),
        execute: async () => {
          const at = cursor();
          if (at) await announced(label, () => run(at));
        },
      });
      palette?.addItem({ command: id, category: trans.__("TypeScript Cells") });
    }
    commands.addCommand("tslinen:close-signature", {
      label: trans.__("Close Signature"),
      describedBy,
      isEnabled: () => cursor() !== undefined,
      execute: () => {
        const at = cursor();
        if (at) closeSignature(at.view);
      },
    });

    // What is saved is read at once, so that a notebook is formatted after it was saved, and then saved again.
    const formatSaved = async (panel: NotebookPanel) => {
      const at = cursor(panel);
      if (!at || !isWanted("formatOnSave")) return;
      if (await formatCells(at.notebook, at.notebook.codeCells)) await panel.context.save();
    };
    commands.commandExecuted.connect((_, { id, result }) => {
      const panel = notebooks?.currentWidget;
      if (id === "docmanager:save" && panel) void result.then(() => formatSaved(panel));
    });
  },
};
