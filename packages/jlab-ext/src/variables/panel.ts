import "../../style/tree.css";
import "../../style/variables.css";
import type { INotebookTracker, NotebookPanel } from "@jupyterlab/notebook";
import type { IRenderMimeRegistry } from "@jupyterlab/rendermime";
import type { TranslationBundle } from "@jupyterlab/translation";
import { Widget } from "@lumino/widgets";
import type { Variable } from "@tslinen/kernel/dist/protocol/variables";
import { ask } from "../editing/ask";
import type { EditedNotebook } from "../editing/editedNotebook";
import type { IEditing } from "../tokens";
import { Detail } from "./detail";
import { variableRow } from "./row";

/** How long a kernel must have had nothing to do before it is asked, in milliseconds: the next cell goes first. */
const quiet = 150;

/** A variable on the page. */
interface Shown {
  /** What was said of it, to see whether it has changed. */
  text: string;
  node: HTMLDetailsElement;
  detail: Detail;
}

const isFunction = ({ type }: Variable): boolean => type === "function" || type === "class";

/** The variables of the current notebook's kernel, as they are when it has nothing to do. */
export class Variables extends Widget {
  constructor(
    private readonly notebooks: INotebookTracker,
    private readonly editing: IEditing,
    private readonly rendermime: IRenderMimeRegistry,
    private readonly trans: TranslationBundle,
  ) {
    super();
    this.addClass("tsl-Variables");
    this.message.className = "tsl-Variables-message";
    notebooks.currentChanged.connect(this.follow, this);
    this.follow();
  }

  override dispose(): void {
    clearTimeout(this.timer);
    this.clear();
    super.dispose();
  }

  protected override onAfterShow(): void {
    this.schedule();
  }

  protected override onAfterAttach(): void {
    this.schedule();
  }

  /** Listens to the current notebook, and no longer to the one before. */
  private follow(): void {
    const panel = this.notebooks.currentWidget;
    if (panel === this.panel) return;
    this.notebook?.changed.disconnect(this.schedule, this);
    this.panel?.sessionContext.statusChanged.disconnect(this.schedule, this);
    this.panel = panel;
    this.notebook = undefined;
    panel?.sessionContext.statusChanged.connect(this.schedule, this);
    this.clear();
    this.schedule();
  }

  /** The current notebook, to ask its kernel: a new one is known a little after it has become the current one. */
  private known(): EditedNotebook | undefined {
    if (this.panel && !this.notebook) {
      this.notebook = this.editing.notebook(this.panel);
      this.notebook?.changed.connect(this.schedule, this);
    }
    return this.notebook;
  }

  private schedule(): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.refresh(), quiet);
  }

  private async refresh(): Promise<void> {
    if (this.isDisposed || !this.isVisible) return;
    const { panel } = this;
    const notebook = this.known();
    const kernel = notebook?.kernel;
    if (!panel || !kernel) return this.tell(await this.reason(panel));
    if (kernel.status !== "idle") return;
    const variables = await ask(kernel, "variables", {}).catch((error: Error) => error);
    if (this.isDisposed || panel !== this.panel || kernel !== notebook.kernel) return;
    if (variables instanceof Error) return this.tell(variables.message);
    // It has begun to run something, and is asked again at the end.
    if (!variables) return;
    if (variables.length === 0) {
      return this.tell(this.trans.__("No variables yet: they appear here once a cell has declared them."));
    }
    this.list(variables.sort((one, other) => one.name.localeCompare(other.name)));
    await Promise.all(variables.map(({ name }) => this.look(name)));
  }

  /** Why there are no variables to be seen. */
  private async reason(panel: NotebookPanel | null): Promise<string> {
    const { trans } = this;
    if (!panel) return trans.__("Open a notebook to see its variables.");
    const kernel = panel.sessionContext.session?.kernel;
    if (!kernel) return trans.__("This notebook has no kernel, and so no variables.");
    const language = (await kernel.info).language_info.name;
    return trans.__(
      "The variables of TypeScript notebooks are listed here. This one is run by a kernel for %1.",
      language.charAt(0).toUpperCase() + language.slice(1),
    );
  }

  private tell(text: string): void {
    this.clear();
    this.message.textContent = text;
    this.node.replaceChildren(this.message);
  }

  /** Puts the variables on the page; those that have not changed stay as they are. */
  private list(variables: readonly Variable[]): void {
    const before = new Map(this.shown);
    this.shown.clear();
    for (const variable of variables) {
      const old = before.get(variable.name);
      const next = this.rowFor(variable, old);
      next.node.classList.toggle("tsl-mod-changed", before.size > 0 && next !== old);
      if (next === old) before.delete(variable.name);
      this.shown.set(variable.name, next);
    }
    for (const { detail } of before.values()) detail.clear();
    const nodesOf = (some: readonly Variable[]) => some.map(({ name }) => this.shown.get(name)!.node);
    const functions = variables.filter(isFunction);
    const heading = document.createElement("h3");
    heading.textContent = this.trans.__("Functions");
    const values = nodesOf(variables.filter((one) => !isFunction(one)));
    this.arrange([...values, ...(functions.length > 0 ? [heading, ...nodesOf(functions)] : [])]);
  }

  /** Puts nodes on the page in this order, without taking away those that stay: they would lose the focus. */
  private arrange(nodes: readonly HTMLElement[]): void {
    for (const child of [...this.node.children]) if (!nodes.includes(child as HTMLElement)) child.remove();
    nodes.forEach((node, i) => {
      if (this.node.children[i] !== node) this.node.insertBefore(node, this.node.children[i] ?? null);
    });
  }

  private rowFor(variable: Variable, old: Shown | undefined): Shown {
    const text = JSON.stringify(variable);
    if (old?.text === text) return old;
    const node = variableRow(variable, this.trans);
    const detail = new Detail(node.querySelector<HTMLElement>(".tsl-Variables-detail")!, this.rendermime);
    node.open = old?.node.open ?? false;
    node.addEventListener("toggle", () => void this.look(variable.name));
    return { text, node, detail };
  }

  /** Shows the value of a variable that is open. */
  private async look(name: string): Promise<void> {
    const shown = this.shown.get(name);
    const kernel = this.notebook?.kernel;
    if (!shown?.node.open || !kernel) return;
    try {
      const bundle = await ask(kernel, "value", { name });
      // Without an answer, one is waited for: the kernel runs a cell, and is asked again at the end.
      if (bundle && this.shown.get(name) === shown) await shown.detail.show(bundle);
    } catch (error) {
      shown.detail.tell(error instanceof Error ? error.message : String(error));
    }
  }

  private clear(): void {
    for (const { detail } of this.shown.values()) detail.clear();
    this.shown.clear();
    this.node.replaceChildren();
  }

  private panel: NotebookPanel | null = null;
  private notebook: EditedNotebook | undefined;
  private readonly shown = new Map<string, Shown>();
  private readonly message = document.createElement("p");
  private timer = 0;
}
