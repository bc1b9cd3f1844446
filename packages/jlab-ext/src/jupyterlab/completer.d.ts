/** What is used of @jupyterlab/completer, which the application provides as it does @jupyterlab/notebook. */
declare module "@jupyterlab/completer" {
  import type { IRenderMime } from "@jupyterlab/rendermime-interfaces";
  import type { Token } from "@lumino/coreutils";
  import type { ISignal } from "@lumino/signaling";
  import type { Widget } from "@lumino/widgets";

  export interface ICompletionContext {
    readonly widget: Widget;
  }

  export interface ICompletionItem {
    readonly label: string;
    readonly insertText?: string;
    readonly type?: string;
    readonly documentation?: string;
  }

  /** What an item would write, from where on; offsets count UTF-16 units. */
  export interface Patch {
    readonly start: number;
    readonly end?: number;
    readonly value: string;
  }

  export interface ICompletionProvider {
    readonly identifier: string;
    readonly rank: number;
    /** Draws the items of all providers, if this is the first. */
    readonly renderer?: Completer.Renderer;
    isApplicable(context: ICompletionContext): Promise<boolean>;
    /** Completes a text at an offset; offsets count code points. */
    fetch(
      request: { readonly text: string; readonly offset: number },
      context: ICompletionContext,
    ): Promise<{ start: number; end: number; items: ICompletionItem[] }>;
    /** Adds what is only needed once an item is looked at. */
    resolve(
      item: ICompletionItem,
      context: ICompletionContext,
      patch?: Patch | null,
    ): Promise<ICompletionItem>;
  }

  export namespace Completer {
    class Renderer {
      constructor(options: { readonly sanitizer: IRenderMime.ISanitizer });
      createDocumentationNode(item: ICompletionItem): HTMLElement;
    }
  }

  export interface ICompletionProviderManager {
    registerProvider(provider: ICompletionProvider): void;
    /** Emitted when an item has been chosen. */
    readonly selected: ISignal<ICompletionProviderManager, { readonly insertText: string }>;
  }

  export const ICompletionProviderManager: Token<ICompletionProviderManager>;
}
