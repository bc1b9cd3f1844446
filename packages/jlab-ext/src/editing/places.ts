import type { CommandRegistry } from "@lumino/commands";
import { PageConfig } from "@jupyterlab/coreutils";
import type { EditorView } from "@codemirror/view";
import type { Place } from "@tslinen/kernel/dist/protocol/editing";
import type { EditedNotebook } from "./editedNotebook";
import { served } from "./serverPath";

/** Puts the cursor on a place in a cell. */
export async function showInCell({ panel: { content } }: EditedNotebook, place: Place): Promise<void> {
  const index = content.widgets.findIndex(({ model }) => model.id === place.cell);
  const cell = content.widgets[index];
  if (!cell) return;
  content.activeCellIndex = index;
  await content.scrollToItem(index, "auto");
  await cell.ready;
  content.mode = "edit";
  if (cell.editor) select(cell.editor.editor, place);
}

/**
 * Opens a place in a file.
 *
 * @returns False if the file is not below the folder that Jupyter's server shows.
 */
export async function showInFile(commands: CommandRegistry, place: Place): Promise<boolean> {
  const path = served(place.file ?? "", PageConfig.getOption("serverRoot"));
  if (path === undefined) return false;
  const widget: unknown = await commands.execute("docmanager:open", { path });
  const { content, context } = widget as FileWidget;
  await context.ready;
  select(content.editor.editor, place);
  return true;
}

/** What is used of a file's editor in JupyterLab. */
interface FileWidget {
  readonly content: { readonly editor: { readonly editor: EditorView } };
  readonly context: { readonly ready: Promise<void> };
}

function select(view: EditorView, { start, end }: Place): void {
  const { length } = view.state.doc;
  const selection = { anchor: Math.min(start, length), head: Math.min(end, length) };
  view.dispatch({ selection, scrollIntoView: true });
  view.focus();
}
