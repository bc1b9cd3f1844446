import type { EditorView } from "@codemirror/view";
import type { ICellModel, IOPubMessage, Kernel, NotebookPanel } from "@jupyterlab/notebook";
import { Signal } from "@lumino/signaling";
import type { EditorAnswers, EditorRequest, NotebookCell } from "@tslinen/kernel/dist/protocol/editing";
import { ask } from "./ask";

/** What a notebook is marked with while its kernel answers questions about its cells. */
const helped = "tsl-mod-helped";

/** A notebook whose kernel may be one that answers questions about cells. */
export class EditedNotebook {
  /** Emitted when the kernel has come or gone, has run something, or cells were added or taken away. */
  readonly changed = new Signal<this, void>(this);

  constructor(readonly panel: NotebookPanel) {
    const { sessionContext, content } = panel;
    sessionContext.kernelChanged.connect(this.greet, this);
    sessionContext.iopubMessage.connect((_, message) => {
      if (isEndOfRun(message)) this.changed.emit();
    });
    sessionContext.statusChanged.connect(this.onStatus, this);
    void sessionContext.ready.then(() => this.greet());
    const follow = () => content.model?.cells.changed.connect(() => this.changed.emit(), this);
    content.modelChanged.connect(follow);
    follow();
    panel.disposed.connect(() => Signal.clearData(this));
  }

  /** The kernel that answers questions; undefined if there is none, or it is another. */
  get kernel(): Kernel | undefined {
    return this.helper;
  }

  /** Whether the kernel answers questions. */
  get isHelped(): boolean {
    return this.helper !== undefined;
  }

  /** Whether an editor that is in the page is one of its cells. */
  holds(view: EditorView): boolean {
    return this.panel.node.contains(view.dom);
  }

  /** Its code cells, in order. */
  get codeCells(): ICellModel[] {
    return this.panel.content.widgets.map(({ model }) => model).filter(({ type }) => type === "code");
  }

  /** Asks the kernel about a cell; undefined if there is nobody to ask. */
  async ask<Method extends keyof EditorAnswers>(
    method: Method,
    cell: ICellModel,
    offset?: number,
    cells: readonly NotebookCell[] = this.written(),
  ): Promise<EditorAnswers[Method] | undefined> {
    const index = cells.findIndex(({ id }) => id === cell.id);
    if (!this.kernel || index < 0) return undefined;
    const about: Omit<EditorRequest, "method"> = { cells: [...cells], index, offset };
    return ask<keyof EditorAnswers>(this.kernel, method, about) as Promise<EditorAnswers[Method] | undefined>;
  }

  /** The code cells as they are written now. */
  written(): NotebookCell[] {
    return this.codeCells.map(({ id, sharedModel }) => ({ id, code: sharedModel.getSource() }));
  }

  /** Asks a kernel that has come who it is. */
  private async greet(): Promise<void> {
    const kernel = this.panel.sessionContext.session?.kernel ?? undefined;
    const info = await kernel?.info.catch(() => undefined);
    if (this.panel.isDisposed || kernel !== (this.panel.sessionContext.session?.kernel ?? undefined)) return;
    this.helper = info?.implementation === "tslinen" ? kernel : undefined;
    this.panel.node.classList.toggle(helped, this.isHelped);
    this.changed.emit();
  }

  /** A restarted kernel has forgotten what has run. */
  private onStatus(_: unknown, status: string): void {
    if (/starting$/.test(status)) this.isForgetful = true;
    else if (status === "idle" && this.isForgetful) {
      this.isForgetful = false;
      this.changed.emit();
    }
  }

  private helper: Kernel | undefined;
  private isForgetful = false;
}

const isEndOfRun = ({ header, parent_header: parent, content }: IOPubMessage): boolean =>
  header.msg_type === "status" && content.execution_state === "idle" && parent.msg_type === "execute_request";
