import type { JupyterFrontEnd, JupyterFrontEndPlugin } from "@jupyterlab/application";
import { IRenderMimeRegistry } from "@jupyterlab/rendermime";
import { Card } from "../card/card";
import { cardType } from "../card/cardType";
import { figureRank } from "../figure/mimeTypes";
import { IFigures } from "../tokens";

/** Shows an activation as a card with its formulas and curves. */
export const cards: JupyterFrontEndPlugin<void> = {
  id: "@tslinen/jupyterlab:cards",
  description: "Shows activations of tslinen as cards with formulas and curves.",
  autoStart: true,
  requires: [IRenderMimeRegistry, IFigures],
  activate: (_app: JupyterFrontEnd, rendermime: IRenderMimeRegistry, { context }: IFigures) => {
    rendermime.addFactory(
      {
        safe: true,
        mimeTypes: [cardType],
        createRenderer: (options) => new Card(context, options),
      },
      figureRank,
    );
  },
};
