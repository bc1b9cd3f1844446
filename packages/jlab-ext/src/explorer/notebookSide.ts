import type { JupyterFrontEnd } from "@jupyterlab/application";
import type { INotebookTracker, NotebookPanel } from "@jupyterlab/notebook";
import { cardType } from "../card/cardType";
import { allOutputsOf } from "../jupyterlab/outputs";

/** What the explorer needs from the notebook beside it. */
export interface NotebookSide {
  /** The cards of the activations that the current notebook shows or has defined, as they came. */
  cards(): Promise<unknown[]>;
  /** Puts code into a new cell of the current notebook; false if there is none. */
  insert(code: string): boolean;
}

/** The current notebook, through JupyterLab's tracker. */
export function notebookSide(app: JupyterFrontEnd, notebooks: INotebookTracker): NotebookSide {
  return {
    cards: async () => {
      const panel = notebooks.currentWidget;
      return panel ? [...shownCards(panel), ...(await definedCards(panel))] : [];
    },
    insert: (code) => {
      const panel = notebooks.currentWidget;
      if (!panel) return false;
      app.shell.activateById(panel.id);
      void app.commands
        .execute("notebook:insert-cell-below")
        .then(() => panel.content.activeCell?.model.sharedModel.setSource(code));
      return true;
    },
  };
}

function shownCards(panel: NotebookPanel): unknown[] {
  return allOutputsOf(panel).flatMap(({ data }) => data[cardType] ?? []);
}

/** An expression whose value shows itself as the list of cards. */
const question = `({
  [Symbol.for("Jupyter.display")]: () => ({
    "application/json": [...require("tslinen").nn.userActivations.values()].map(
      (f: any) => f[Symbol.for("Jupyter.display")]()["${cardType}"],
    ),
  }),
})`;

/** Asks the notebook's kernel, if it speaks TypeScript and has nothing else to do. */
async function definedCards({ sessionContext }: NotebookPanel): Promise<unknown[]> {
  const kernel = sessionContext.session?.kernel;
  if (kernel?.status !== "idle" || (await kernel.info).language_info.name !== "typescript") return [];
  const request = { code: "", silent: true, store_history: false, user_expressions: { cards: question } };
  const { content } = await kernel.requestExecute(request).done;
  const cards = content.user_expressions?.cards?.data?.["application/json"];
  return Array.isArray(cards) ? cards : [];
}
