import type { IRenderMimeRegistry } from "@jupyterlab/rendermime";

/** Documentation as it is shown beside code. */
export interface Rendered {
  readonly node: HTMLElement;
  /** Sets the formulas, once the node is in the page. */
  typeset(): void;
  dispose(): void;
}

const markdown = "text/markdown";

/** Renders Markdown as JupyterLab renders it everywhere else: colours of code, formulas, no scripts. */
export async function renderMarkdown(text: string, rendermime: IRenderMimeRegistry): Promise<Rendered> {
  const renderer = rendermime.createRenderer(markdown);
  await renderer.renderModel(rendermime.createModel({ data: { [markdown]: text } }));
  const { node } = renderer;
  node.classList.add("tsl-Documentation");
  return {
    node,
    typeset: () => void rendermime.latexTypesetter?.typeset(node),
    dispose: () => renderer.dispose(),
  };
}

/** A declaration and what is said about it, as Markdown. */
export function declared(signature: string, documentation: string): string {
  return `\`\`\`typescript\n${signature}\n\`\`\`\n\n${documentation}`;
}
