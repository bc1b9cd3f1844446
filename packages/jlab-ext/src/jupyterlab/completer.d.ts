/** What is used of @jupyterlab/completer, which the application provides as it does @jupyterlab/notebook. */
declare module "@jupyterlab/completer" {
  import type { Token } from "@lumino/coreutils";
  import type { Widget } from "@lumino/widgets";
  import type { EditorView } from "@codemirror/view";

  export interface ICompletionContext {
    readonly widget: Widget;
    readonly editor?: { readonly editor: EditorView } | null;
  }

  export interface ICompletionItem {
    readonly label: string;
    readonly insertText?: string;
    readonly type?: string;
    /** Markdown, or plain text. */
    readonly documentation?: string;
  }

  export interface ICompletionProvider {
    readonly identifier: string;
    readonly rank: number;
    isApplicable(context: ICompletionContext): Promise<boolean>;
    /** Completes a text at an offset; offsets count code points. */
    fetch(
      request: { readonly text: string; readonly offset: number },
      context: ICompletionContext,
    ): Promise<{ start: number; end: number; items: ICompletionItem[] }>;
    /** Adds what is only needed once an item is looked at. */
    resolve(item: ICompletionItem, context: ICompletionContext): Promise<ICompletionItem>;
  }

  export interface ICompletionProviderManager {
    registerProvider(provider: ICompletionProvider): void;
  }

  export const ICompletionProviderManager: Token<ICompletionProviderManager>;
}
