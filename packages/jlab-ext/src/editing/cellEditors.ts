import type { Extension } from "@codemirror/state";
import { ViewPlugin, type EditorView } from "@codemirror/view";
import type { ICellModel } from "@jupyterlab/notebook";
import { Signal } from "@lumino/signaling";

/** The editor of a code cell. */
export interface CellEditor {
  readonly model: ICellModel;
  readonly view: EditorView;
}

/** The editors of all code cells that are open, and those of them that are in view. */
export class CellEditors {
  /** Emitted when an editor comes into view. */
  readonly seen = new Signal<this, CellEditor>(this);
  /** Emitted when the text of an editor has changed. */
  readonly changed = new Signal<this, CellEditor>(this);
  /** Those in view. */
  readonly visible = new Set<CellEditor>();

  /** What makes an editor known here. */
  extension(model: ICellModel): Extension {
    return ViewPlugin.define((view) => {
      const editor = { model, view };
      this.known.set(view.dom, editor);
      this.observer.observe(view.dom);
      return {
        update: ({ docChanged }) => {
          if (docChanged) this.changed.emit(editor);
        },
        destroy: () => {
          this.observer.unobserve(view.dom);
          this.visible.delete(editor);
        },
      };
    });
  }

  private readonly known = new WeakMap<Element, CellEditor>();
  private readonly observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      const editor = this.known.get(target);
      if (!editor) continue;
      if (!isIntersecting) this.visible.delete(editor);
      else if (!this.visible.has(editor)) {
        this.visible.add(editor);
        this.seen.emit(editor);
      }
    }
  });
}
