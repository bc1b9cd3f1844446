/**
 * What is used of @jupyterlab/notebook. The application provides the package itself, at run time; installing it
 * to compile against would bring some 280 packages, Mermaid among them.
 */
declare module "@jupyterlab/notebook" {
  import type { DocumentRegistry } from "@jupyterlab/docregistry";
  import type { IRenderMime } from "@jupyterlab/rendermime-interfaces";
  import type { Token } from "@lumino/coreutils";
  import type { ISignal } from "@lumino/signaling";
  import type { Widget } from "@lumino/widgets";

  export interface ICellModel {
    readonly id: string;
    readonly type: "code" | "markdown" | "raw";
    readonly sharedModel: { getSource(): string; setSource(text: string): void };
    /** Outputs, of code cells. */
    readonly outputs?: {
      readonly length: number;
      get(index: number): IRenderMime.IMimeModel;
    };
  }

  export interface Cell extends Widget {
    readonly model: ICellModel;
  }

  export interface Notebook extends Widget {
    readonly widgets: readonly Cell[];
    readonly model: { readonly contentChanged: ISignal<unknown, void> } | null;
    readonly modelChanged: ISignal<Notebook, void>;
    readonly activeCell: Cell | null;
    activeCellIndex: number;
    scrollToItem(index: number, align?: string): Promise<void>;
  }

  export interface Kernel {
    readonly status: string;
    readonly info: Promise<{ readonly language_info: { readonly name: string } }>;
    requestExecute(content: {
      code: string;
      silent: boolean;
      store_history: boolean;
      user_expressions: Readonly<Record<string, string>>;
    }): { readonly done: Promise<{ readonly content: ExecuteReply }> };
  }

  export interface ExecuteReply {
    readonly user_expressions?: Readonly<
      Record<string, { readonly data?: Readonly<Record<string, unknown>> }>
    >;
  }

  export interface NotebookPanel extends Widget {
    readonly sessionContext: { readonly session: { readonly kernel: Kernel | null } | null };
    readonly content: Notebook;
    readonly context: DocumentRegistry.Context;
  }

  export interface INotebookTracker {
    readonly currentWidget: NotebookPanel | null;
    readonly currentChanged: ISignal<INotebookTracker, NotebookPanel | null>;
    readonly widgetAdded: ISignal<INotebookTracker, NotebookPanel>;
    forEach(fn: (panel: NotebookPanel) => void): void;
  }

  export const INotebookTracker: Token<INotebookTracker>;
}
