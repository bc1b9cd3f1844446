/**
 * What is used of @jupyterlab/notebook. The application provides the package itself, at run time; installing it
 * to compile against would bring some 280 packages, Mermaid among them.
 */
declare module "@jupyterlab/notebook" {
  import type { EditorView } from "@codemirror/view";
  import type { DocumentRegistry } from "@jupyterlab/docregistry";
  import type { IRenderMime } from "@jupyterlab/rendermime-interfaces";
  import type { Token } from "@lumino/coreutils";
  import type { ISignal } from "@lumino/signaling";
  import type { Widget } from "@lumino/widgets";

  export interface ICellModel {
    readonly id: string;
    readonly type: "code" | "markdown" | "raw";
    readonly sharedModel: SharedCell;
    /** Outputs, of code cells. */
    readonly outputs?: {
      readonly length: number;
      get(index: number): IRenderMime.IMimeModel;
    };
  }

  /** A cell as those who edit it together share it. */
  export interface SharedCell {
    getSource(): string;
    setSource(text: string): void;
    updateSource(start: number, end: number, text: string): void;
    /** Makes one change, to be undone at once, of all that happens meanwhile. */
    transact(change: () => void): void;
    /** The changes that can be undone: those of the cell alone, or of all cells where the notebook says so. */
    readonly undoManager: UndoManager | null;
  }

  /** Yjs's stacks of changes. What is done within half a second is one change, unless the capturing is stopped. */
  export interface UndoManager {
    readonly undoStack: readonly UndoneChange[];
    readonly redoStack: readonly UndoneChange[];
    stopCapturing(): void;
    undo(): unknown;
    redo(): unknown;
    on(event: "stack-item-popped", heard: (popped: PoppedChange) => void): void;
  }

  export interface UndoneChange {
    readonly meta: Map<unknown, unknown>;
  }

  export interface PoppedChange {
    readonly stackItem: UndoneChange;
    readonly type: "undo" | "redo";
  }

  export interface Cell extends Widget {
    readonly model: ICellModel;
    /** The editor, once the cell has been in view. */
    readonly editor: { readonly editor: EditorView } | null;
    /** Fulfilled once there is an editor. */
    readonly ready: Promise<void>;
  }

  export interface Notebook extends Widget {
    readonly widgets: readonly Cell[];
    readonly model: {
      readonly contentChanged: ISignal<unknown, void>;
      readonly cells: { readonly changed: ISignal<unknown, unknown> };
    } | null;
    readonly modelChanged: ISignal<Notebook, void>;
    readonly activeCell: Cell | null;
    activeCellIndex: number;
    mode: "command" | "edit";
    scrollToItem(index: number, align?: string): Promise<void>;
  }

  export interface Kernel {
    readonly status: string;
    readonly clientId: string;
    readonly username: string;
    readonly info: Promise<{
      readonly implementation: string;
      readonly language_info: { readonly name: string };
    }>;
    /** Sends a request on the control channel, which answers while a cell runs. */
    sendControlMessage(message: ControlMessage, expectReply: boolean, disposeOnDone: boolean): Future;
    requestExecute(content: {
      code: string;
      silent: boolean;
      store_history: boolean;
      user_expressions: Readonly<Record<string, string>>;
    }): { readonly done: Promise<{ readonly content: ExecuteReply }> };
  }

  export interface ControlMessage {
    readonly channel: "control";
    readonly header: Readonly<
      Record<"date" | "msg_id" | "msg_type" | "session" | "username" | "version", string>
    >;
    readonly parent_header: object;
    readonly metadata: object;
    readonly content: unknown;
    readonly buffers: [];
  }

  /** A request that waits for its reply. */
  export interface Future {
    /** Fails if the request is given up, as when the kernel is restarted. */
    readonly done: Promise<unknown>;
    onReply: (reply: { readonly content: unknown }) => void;
    dispose(): void;
  }

  export interface ExecuteReply {
    readonly user_expressions?: Readonly<
      Record<string, { readonly data?: Readonly<Record<string, unknown>> }>
    >;
  }

  export interface NotebookPanel extends Widget {
    readonly sessionContext: SessionContext;
    readonly content: Notebook;
    readonly context: DocumentRegistry.Context;
  }

  export interface SessionContext {
    readonly ready: Promise<void>;
    readonly session: { readonly kernel: Kernel | null } | null;
    readonly kernelChanged: ISignal<SessionContext, unknown>;
    readonly statusChanged: ISignal<SessionContext, string>;
    readonly iopubMessage: ISignal<SessionContext, IOPubMessage>;
  }

  /** What a kernel tells all front ends. */
  export interface IOPubMessage {
    readonly header: { readonly msg_type: string };
    readonly parent_header: { readonly msg_type?: string };
    readonly content: { readonly execution_state?: string };
  }

  export interface INotebookTracker {
    readonly currentWidget: NotebookPanel | null;
    readonly currentChanged: ISignal<INotebookTracker, NotebookPanel | null>;
    readonly widgetAdded: ISignal<INotebookTracker, NotebookPanel>;
    forEach(fn: (panel: NotebookPanel) => void): void;
  }

  export const INotebookTracker: Token<INotebookTracker>;
}
