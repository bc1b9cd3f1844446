import type { EditorView } from "@codemirror/view";
import type { ICellModel } from "@jupyterlab/notebook";
import type { EditorAnswers } from "@tslinen/kernel/dist/protocol/editing";
import type { EditedNotebook } from "./editedNotebook";

/** Where the reader is in a notebook that is helped. */
export interface Cursor {
  readonly notebook: EditedNotebook;
  readonly cell: ICellModel;
  readonly view: EditorView;
}

/** The cursor of a notebook's active cell. */
export function cursorIn(notebook: EditedNotebook): Cursor | undefined {
  const { activeCell } = notebook.panel.content;
  const view = activeCell?.editor?.editor;
  return view && notebook.isHelped && activeCell.model.type === "code"
    ? { notebook, cell: activeCell.model, view }
    : undefined;
}

/** Asks about the place of a cursor. */
export async function askAt<Method extends keyof EditorAnswers>(
  { notebook, cell, view }: Cursor,
  method: Method,
): Promise<EditorAnswers[Method] | undefined> {
  return notebook.ask(method, cell, view.state.selection.main.head);
}

/** The name at a cursor, or before it. */
export function nameAt({ view: { state } }: Cursor): string {
  const word = state.wordAt(state.selection.main.head);
  return word ? state.sliceDoc(word.from, word.to) : "";
}
