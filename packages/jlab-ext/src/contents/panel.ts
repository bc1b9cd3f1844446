import "../../style/contents.css";
import type { INotebookTracker, NotebookPanel } from "@jupyterlab/notebook";
import type { IRenderMime } from "@jupyterlab/rendermime-interfaces";
import type { TranslationBundle } from "@jupyterlab/translation";
import { Widget } from "@lumino/widgets";
import { outputsOf } from "../jupyterlab/outputs";
import { entriesOf, type CellContent, type Entry } from "./entries";

/** How long a notebook must be quiet before its contents are read again, in milliseconds. */
const quiet = 300;

function cellsOf({ content }: NotebookPanel): CellContent[] {
  return content.widgets.map(({ model }) => ({
    type: model.type,
    source: model.sharedModel.getSource(),
    outputs: outputsOf(model).map(({ data }) => data),
  }));
}

/** The figures and formulas of the current notebook, each a way to its cell. */
export class Contents extends Widget {
  constructor(
    private readonly notebooks: INotebookTracker,
    private readonly typesetter: IRenderMime.ILatexTypesetter | null,
    private readonly trans: TranslationBundle,
  ) {
    super();
    this.addClass("tsl-Contents");
    notebooks.currentChanged.connect(this.follow, this);
    this.follow();
  }

  protected override onAfterShow(): void {
    this.schedule();
  }

  /** Listens to the current notebook, and no longer to the one before. */
  private follow(): void {
    this.watched?.contentChanged.disconnect(this.schedule, this);
    this.watched = this.notebooks.currentWidget?.content.model ?? null;
    this.watched?.contentChanged.connect(this.schedule, this);
    this.schedule();
  }

  private schedule(): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.refresh(), quiet);
  }

  private refresh(): void {
    if (this.isDisposed || !this.isVisible) return;
    const panel = this.notebooks.currentWidget;
    const entries = panel ? entriesOf(cellsOf(panel)) : [];
    const text = JSON.stringify([
      panel?.id,
      entries.map(({ kind, text: words, cell }) => [kind, words, cell]),
    ]);
    if (text === this.shown) return;
    this.shown = text;
    const { trans } = this;
    this.node.replaceChildren(
      ...(
        [
          ["figure", trans.__("Figures"), trans.__("Figure %1")],
          ["activation", trans.__("Activations"), trans.__("Activation %1")],
          ["formula", trans.__("Formulas"), ""],
        ] as const
      ).flatMap(([kind, title, unnamed]) =>
        this.section(
          title,
          entries.filter((entry) => entry.kind === kind),
          (index) => unnamed.replace("%1", String(index + 1)),
        ),
      ),
    );
    if (entries.length === 0) {
      this.node.textContent = panel
        ? trans.__("This notebook shows no figures or formulas.")
        : trans.__("Open a notebook to see its figures and formulas.");
    }
    void this.typesetter?.typeset(this.node);
  }

  private section(
    title: string,
    entries: readonly Entry[],
    unnamed: (index: number) => string,
  ): HTMLElement[] {
    if (entries.length === 0) return [];
    const heading = document.createElement("h3");
    heading.textContent = title;
    const list = document.createElement("ol");
    for (const [index, entry] of entries.entries()) {
      const button = document.createElement("button");
      button.type = "button";
      if (entry.picture) {
        const picture = document.createElement("img");
        picture.src = entry.picture;
        picture.alt = "";
        picture.loading = "lazy";
        button.append(picture);
      }
      const words = document.createElement("span");
      words.textContent = entry.kind === "formula" ? `\\[ ${entry.text} \\]` : entry.text || unnamed(index);
      button.append(words);
      button.addEventListener("click", () => this.jump(entry.cell));
      list.appendChild(document.createElement("li")).append(button);
    }
    return [heading, list];
  }

  private jump(cell: number): void {
    const notebook = this.notebooks.currentWidget?.content;
    if (!notebook) return;
    notebook.activeCellIndex = cell;
    void notebook.scrollToItem(cell, "smart");
  }

  private watched: NotebookPanel["content"]["model"] = null;
  private shown = "";
  private timer = 0;
}
