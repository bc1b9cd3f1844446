import type { JupyterFrontEnd, JupyterFrontEndPlugin } from "@jupyterlab/application";
import { INotebookTracker, type NotebookPanel } from "@jupyterlab/notebook";
import type { IRenderMime } from "@jupyterlab/rendermime-interfaces";
import type { Figure } from "../figure/figure";
import { allOutputsOf } from "../jupyterlab/outputs";
import { IFigures } from "../tokens";

/** Device pixels to a point: GitHub and nbviewer show the picture on screens of every kind. */
const pictureScale = 2;

const lacksPicture = ({ data }: IRenderMime.IMimeModel) =>
  !("image/png" in data) && !("image/svg+xml" in data);

/**
 * Gives figures that have no picture one, when their notebook is saved and the settings ask for it. The picture is
 * made beforehand, since what is saved is read at once; a notebook saved while pictures are still being made is
 * saved again with them. Nothing is written into a notebook that is only looked at.
 */
export const pictures: JupyterFrontEndPlugin<void> = {
  id: "@tslinen/jupyterlab:pictures",
  description: "Adds missing pictures to figures when a notebook is saved.",
  autoStart: true,
  requires: [IFigures],
  optional: [INotebookTracker],
  activate: (_app: JupyterFrontEnd, { tracker, context }: IFigures, notebooks: INotebookTracker | null) => {
    // By output, not by figure: those that are scrolled away have left the page, and the notebook keeps its outputs.
    const made = new WeakMap<IRenderMime.IMimeModel, string>();
    const making = new WeakMap<IRenderMime.IMimeModel, Promise<void>>();

    const prepare = (figure: Figure) => {
      const { model, drawing } = figure;
      if (!context.preferences.value.savePictures || !model || !drawing || !lacksPicture(model)) return;
      made.delete(model);
      const work = figure
        .lightPicture(pictureScale)
        .then((url) => void made.set(model, url.slice(url.indexOf(",") + 1)))
        .finally(() => making.get(model) === work && making.delete(model));
      making.set(model, work);
    };

    const fill = (panel: NotebookPanel) => {
      if (!context.preferences.value.savePictures) return;
      for (const output of allOutputsOf(panel).filter(lacksPicture)) {
        const picture = made.get(output);
        if (picture) output.setData({ data: { ...output.data, "image/png": picture } });
      }
    };

    const saveLate = async (panel: NotebookPanel) => {
      const late = allOutputsOf(panel).flatMap((output) => making.get(output) ?? []);
      if (late.length === 0) return;
      await Promise.allSettled(late);
      // What the reader has changed since waits, as the pictures then do, for the next save.
      if (!panel.isDisposed && !panel.context.model.dirty) await panel.context.save();
    };

    const watch = (panel: NotebookPanel) =>
      panel.context.saveState.connect((_, state) => {
        if (state === "started") fill(panel);
        else if (state !== "failed") void saveLate(panel);
      });

    tracker.added.connect((_, figure) => figure.settled.connect(prepare));
    notebooks?.forEach((panel) => void watch(panel));
    notebooks?.widgetAdded.connect((_, panel) => void watch(panel));
  },
};
