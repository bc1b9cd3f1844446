import "../../style/editing.css";
import { StateEffect } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import type { IRenderMimeRegistry } from "@jupyterlab/rendermime";
import type { TranslationBundle } from "@jupyterlab/translation";
import { Signal } from "@lumino/signaling";
import type { IEditing } from "../tokens";
import type { CellEditor, CellEditors } from "./cellEditors";
import type { EditedNotebook } from "./editedNotebook";
import { hover } from "./hover";
import { Mistakes } from "./mistakes";
import type { EditingPreferences } from "./preferences";
import { signature } from "./signature";

/** The cursor goes where a context menu is opened: its commands act there. */
const atPointer = EditorView.domEventHandlers({
  contextmenu: (event, view) => {
    const position = view.posAtCoords(event);
    const { from, to } = view.state.selection.main;
    if (position !== null && (position < from || position > to)) {
      view.dispatch({ selection: { anchor: position } });
    }
  },
});

/** All help with the cells of one notebook. */
export class Help {
  constructor(
    private readonly notebook: EditedNotebook,
    editors: CellEditors,
    private readonly rendermime: IRenderMimeRegistry,
    private readonly editing: IEditing,
    trans: TranslationBundle,
  ) {
    this.mistakes = new Mistakes(notebook, editors, trans, () => this.isWanted("mistakes", "diagnostics"));
    editors.seen.connect((_, editor) => this.equip(editor), this);
    for (const editor of editors.visible) this.equip(editor);
    notebook.panel.disposed.connect(() => {
      this.mistakes.dispose();
      Signal.clearData(this);
    });
  }

  /** Follows a change of the settings. */
  refresh(): void {
    this.mistakes.look();
  }

  /** Gives an editor of the notebook what it does not have yet. */
  private equip({ view, model }: CellEditor): void {
    const { notebook, rendermime } = this;
    if (this.equipped.has(view) || !notebook.holds(view)) return;
    this.equipped.add(view);
    const extension = [
      hover(notebook, model, rendermime, () => this.isWanted("hover", "hover")),
      atPointer,
      signature(notebook, model, rendermime, () => this.isWanted("signatures", "signature")),
    ];
    view.dispatch({ effects: StateEffect.appendConfig.of(extension) });
  }

  private isWanted(what: keyof EditingPreferences, feature: string): boolean {
    return this.editing.isWanted(what) && !this.editing.isServed(feature);
  }

  private readonly mistakes: Mistakes;
  private readonly equipped = new WeakSet<CellEditor["view"]>();
}
