import { setDiagnostics } from "@codemirror/lint";
import type { TranslationBundle } from "@jupyterlab/translation";
import { Signal } from "@lumino/signaling";
import type { CellEditor, CellEditors } from "./cellEditors";
import { diagnostic } from "./diagnostic";
import type { EditedNotebook } from "./editedNotebook";

/** How long after the last key cells are checked, in milliseconds. */
const delay = 250;

/**
 * Underlines the mistakes in the cells of a notebook that are in view, the one that is written first. What a cell means
 * depends on the others, so that all are looked at again after every change; one question is asked at a time.
 */
export class Mistakes {
  constructor(
    private readonly notebook: EditedNotebook,
    private readonly editors: CellEditors,
    private readonly trans: TranslationBundle,
    private readonly isWanted: () => boolean,
  ) {
    notebook.changed.connect(this.look, this);
    editors.changed.connect(this.onTyped, this);
    editors.seen.connect(this.check, this);
    this.look();
  }

  dispose(): void {
    clearTimeout(this.timer);
    Signal.clearData(this);
  }

  /** Looks at all cells again. */
  look(): void {
    this.turn++;
    void this.check();
  }

  private onTyped(_: CellEditors, editor: CellEditor): void {
    if (!this.notebook.holds(editor.view)) return;
    this.turn++;
    this.written = editor;
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      this.timer = 0;
      void this.check();
    }, delay);
  }

  /** Checks what has to be checked, cell by cell, until a key is pressed. */
  private async check(): Promise<void> {
    if (this.isChecking) return;
    this.isChecking = true;
    try {
      for (let editor; this.timer === 0 && (editor = this.next());) await this.underline(editor);
    } finally {
      this.isChecking = false;
    }
  }

  private next(): CellEditor | undefined {
    const old = [...this.editors.visible].filter(
      (editor) => this.seenAt.get(editor) !== this.turn && this.notebook.holds(editor.view),
    );
    return old.find((editor) => editor === this.written) ?? old[0];
  }

  private async underline(editor: CellEditor): Promise<void> {
    const { view, model } = editor;
    const { doc } = view.state;
    this.seenAt.set(editor, this.turn);
    const found = this.isWanted() ? await this.notebook.ask("check", model).catch(unanswered) : [];
    if (view.state.doc !== doc || !this.notebook.holds(view)) return;
    view.dispatch(
      setDiagnostics(
        view.state,
        (found ?? []).map((one) => diagnostic(one, this.trans)),
      ),
    );
  }

  /** Counts the changes after which all cells have to be looked at again. */
  private turn = 0;
  /** The turn in which a cell was last looked at. */
  private readonly seenAt = new WeakMap<CellEditor, number>();
  private written: CellEditor | undefined;
  private isChecking = false;
  private timer = 0;
}

function unanswered(error: unknown): undefined {
  console.warn("A cell could not be checked.", error);
}
