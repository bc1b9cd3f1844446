import {
  Completer,
  type ICompletionContext,
  type ICompletionItem,
  type ICompletionProvider,
  type Patch,
} from "@jupyterlab/completer";
import { Text } from "@jupyterlab/coreutils";
import type { IRenderMimeRegistry } from "@jupyterlab/rendermime";
import type { CellImport } from "@tslinen/kernel/dist/protocol/editing";
import type { IEditing } from "../tokens";
import type { Cursor } from "./cursor";
import { declared, renderMarkdown } from "./documentation";

/** An item of ours, with its documentation as Markdown once it has been looked at. */
interface Item extends ICompletionItem {
  readonly markdown?: string;
}

/**
 * Completes in the scope of earlier cells that have not run, and never behind a running cell. What the kernel's own
 * provider answers as well, JupyterLab's completer shows once: of equal items it keeps those of the higher rank.
 */
export class Completion implements ICompletionProvider {
  readonly identifier = "CompletionProvider:tslinen";
  readonly rank = 1000;
  readonly renderer: Completer.Renderer;

  constructor(
    private readonly editing: IEditing,
    rendermime: IRenderMimeRegistry,
  ) {
    this.renderer = new MarkdownRenderer(rendermime);
  }

  async isApplicable(context: ICompletionContext): Promise<boolean> {
    return this.cursor(context) !== undefined && !this.editing.isServed("completion");
  }

  async fetch(
    { text, offset }: { text: string; offset: number },
    context: ICompletionContext,
  ): Promise<{ start: number; end: number; items: ICompletionItem[] }> {
    const { notebook, cell } = this.cursor(context) ?? {};
    const at = Text.charIndexToJsIndex(offset, text);
    const found = cell && (await notebook?.ask("complete", cell, at));
    this.imports.clear();
    if (!found) return { start: offset, end: offset, items: [] };
    for (const { text: name, import: one } of found.candidates) {
      if (one) this.imports.set(name, one);
    }
    this.asked = this.cursor(context);
    return {
      start: Text.jsIndexToCharIndex(found.start, text),
      end: Text.jsIndexToCharIndex(found.end, text),
      items: found.candidates.map(({ text: label, type }) => ({ label, insertText: label, type })),
    };
  }

  async resolve(item: Item, context: ICompletionContext, patch?: Patch | null): Promise<Item> {
    const { notebook, cell } = this.cursor(context) ?? {};
    if (!notebook || !cell || !patch) return item;
    const wanted = this.imports.get(item.insertText ?? item.label);
    if (wanted) {
      const line = wanted.change.text.trim();
      return { ...item, documentation: line, markdown: `\`\`\`typescript\n${line}\n\`\`\`` };
    }
    const { start, end = start, value } = patch;
    const cells = notebook.written().map(({ id, code }) => ({
      id,
      code: id === cell.id ? code.slice(0, start) + value + code.slice(end) : code,
    }));
    const found = await notebook.ask("hover", cell, start + value.length, cells);
    if (!found) return item;
    const { signature, documentation } = found;
    return {
      ...item,
      documentation: documentation ? `${signature}\n\n${documentation}` : signature,
      markdown: declared(signature, documentation),
    };
  }

  /** Writes the import that a chosen name takes, once the name stands in its cell. */
  complete(name: string): void {
    const wanted = this.imports.get(name);
    const view = this.asked?.view;
    this.imports.clear();
    if (!wanted || !view) return;
    const { start: from, end: to, text: insert } = wanted.change;
    window.setTimeout(() => view.dispatch({ changes: { from, to, insert }, userEvent: "input.complete" }));
  }

  /** By name, the imports that the names offered last take; and the cell they were offered in. */
  private readonly imports = new Map<string, CellImport>();
  private asked: Cursor | undefined;

  private cursor({ widget }: ICompletionContext): Cursor | undefined {
    return this.editing.cursor(widget);
  }
}

/** Shows our items' documentation as Markdown; everything else as JupyterLab does. */
class MarkdownRenderer extends Completer.Renderer {
  constructor(private readonly rendermime: IRenderMimeRegistry) {
    super({ sanitizer: rendermime.sanitizer });
  }

  override createDocumentationNode(item: Item): HTMLElement {
    if (item.markdown === undefined) return super.createDocumentationNode(item);
    const host = document.createElement("div");
    void renderMarkdown(item.markdown, this.rendermime).then(({ node, typeset }) => {
      host.append(node);
      typeset();
    });
    return host;
  }
}
