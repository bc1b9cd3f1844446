import type { JupyterFrontEnd, JupyterFrontEndPlugin } from "@jupyterlab/application";
import type { DocumentRegistry } from "@jupyterlab/docregistry";
import type { Widget } from "@lumino/widgets";
import type { Figure } from "../figure/figure";
import { IFigures } from "../tokens";

/** Device pixels to a point: GitHub and nbviewer show the picture on screens of every kind. */
const pictureScale = 2;

/** The document that a widget stands in. */
function contextOf(widget: Widget): DocumentRegistry.Context | undefined {
  for (let owner: Widget | null = widget; owner; owner = owner.parent) {
    if ("context" in owner) {
      const { context } = owner as { context?: Partial<DocumentRegistry.Context> };
      if (context?.saveState) return context as DocumentRegistry.Context;
    }
  }
  return undefined;
}

/**
 * Gives figures that have no picture one, when their notebook is saved and the settings ask for it. The picture is
 * made beforehand, since what is saved is read at once; nothing is written into a notebook that is only looked at.
 */
export const pictures: JupyterFrontEndPlugin<void> = {
  id: "@tslinen/jupyterlab:pictures",
  description: "Adds missing pictures to figures when a notebook is saved.",
  autoStart: true,
  requires: [IFigures],
  activate: (_app: JupyterFrontEnd, { tracker, context }: IFigures) => {
    const ready = new WeakMap<Figure, string>();
    const watched = new WeakSet<DocumentRegistry.Context>();
    const lacksPicture = ({ model }: Figure) =>
      model !== null && !("image/png" in model.data) && !("image/svg+xml" in model.data);

    const fill = (document: DocumentRegistry.Context) => {
      if (!context.preferences.value.savePictures) return;
      for (const figure of tracker.figures) {
        const picture = ready.get(figure);
        if (!picture || !figure.model || !lacksPicture(figure) || contextOf(figure) !== document) continue;
        figure.model.setData({ data: { ...figure.model.data, "image/png": picture } });
      }
    };

    const prepare = async (figure: Figure) => {
      ready.delete(figure);
      if (!context.preferences.value.savePictures || !figure.drawing || !lacksPicture(figure)) return;
      const picture = await figure.lightPicture(pictureScale);
      ready.set(figure, picture.slice(picture.indexOf(",") + 1));
      const document = contextOf(figure);
      if (!document || watched.has(document)) return;
      watched.add(document);
      document.saveState.connect((_, state) => {
        if (state === "started") fill(document);
      });
    };

    tracker.added.connect((_, figure) => figure.settled.connect((settled) => void prepare(settled)));
  },
};
