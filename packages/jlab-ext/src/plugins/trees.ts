import type { JupyterFrontEnd, JupyterFrontEndPlugin } from "@jupyterlab/application";
import { IRenderMimeRegistry } from "@jupyterlab/rendermime";
import { figureRank } from "../figure/mimeTypes";
import { IFigures } from "../tokens";
import { treeType } from "../tree/payload";
import { Tree } from "../tree/tree";

/** Shows trees of arrays with their shapes, their measures and pictures of them. */
export const trees: JupyterFrontEndPlugin<void> = {
  id: "@tslinen/jupyterlab:trees",
  description: "Shows trees of arrays, such as the parameters of a network.",
  autoStart: true,
  requires: [IRenderMimeRegistry, IFigures],
  activate: (_app: JupyterFrontEnd, rendermime: IRenderMimeRegistry, { context }: IFigures) => {
    rendermime.addFactory(
      {
        safe: true,
        mimeTypes: [treeType],
        createRenderer: (options) => new Tree(context, options),
      },
      figureRank,
    );
  },
};
