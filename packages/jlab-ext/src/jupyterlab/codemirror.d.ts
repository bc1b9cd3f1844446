/** What is used of @jupyterlab/codemirror, which the application provides as it does @jupyterlab/notebook. */
declare module "@jupyterlab/codemirror" {
  import type { Extension } from "@codemirror/state";
  import type { Token } from "@lumino/coreutils";

  export interface IEditorExtensionFactory {
    readonly name: string;
    /** Makes what is added to an editor; `model` is the cell's, where the editor is a cell's. */
    readonly factory: (options: { readonly inline: boolean; readonly model: unknown }) => {
      instance(): Extension;
      reconfigure(): null;
    };
  }

  export interface IEditorExtensionRegistry {
    addExtension(factory: IEditorExtensionFactory): void;
  }

  export const IEditorExtensionRegistry: Token<IEditorExtensionRegistry>;
}
