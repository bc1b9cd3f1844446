/** What is used of @jupyterlab/lsp, which the application provides as it does @jupyterlab/notebook. */
declare module "@jupyterlab/lsp" {
  import type { Token } from "@lumino/coreutils";
  import type { ISignal } from "@lumino/signaling";

  /** A line between a document and a language server. */
  export interface ILSPConnection {
    readonly serverIdentifier?: string;
    /** Whether the server has said what it can do: before, it answers nothing. */
    readonly isReady: boolean;
  }

  export interface ILSPDocumentConnectionManager {
    readonly languageServerManager: {
      /** The language servers that run and know a language. */
      getMatchingServers(options: { readonly language: string }): readonly string[];
    };
    readonly connections: ReadonlyMap<string, ILSPConnection>;
    /** Emitted when a server begins to answer, and when it ends. */
    readonly initialized: ISignal<unknown, unknown>;
    readonly closed: ISignal<unknown, unknown>;
  }

  export const ILSPDocumentConnectionManager: Token<ILSPDocumentConnectionManager>;
}
