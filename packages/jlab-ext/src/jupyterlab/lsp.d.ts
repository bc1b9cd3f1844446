/** What is used of @jupyterlab/lsp, which the application provides as it does @jupyterlab/notebook. */
declare module "@jupyterlab/lsp" {
  import type { Token } from "@lumino/coreutils";

  export interface ILSPDocumentConnectionManager {
    readonly languageServerManager: {
      /** The language servers that run and know a language. */
      getMatchingServers(options: { readonly language: string }): readonly string[];
    };
  }

  export const ILSPDocumentConnectionManager: Token<ILSPDocumentConnectionManager>;
}
