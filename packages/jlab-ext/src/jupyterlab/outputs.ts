import type { ICellModel, NotebookPanel } from "@jupyterlab/notebook";
import type { IRenderMime } from "@jupyterlab/rendermime-interfaces";

/** The outputs of a cell: none, unless it is of code. */
export function outputsOf({ outputs }: ICellModel): IRenderMime.IMimeModel[] {
  return Array.from({ length: outputs?.length ?? 0 }, (_, index) => outputs!.get(index));
}

/** The outputs of all cells of a notebook, in its order. */
export function allOutputsOf({ content }: NotebookPanel): IRenderMime.IMimeModel[] {
  return content.widgets.flatMap(({ model }) => outputsOf(model));
}
