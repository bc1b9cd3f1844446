import type { JupyterFrontEnd, JupyterFrontEndPlugin } from "@jupyterlab/application";
import { IRenderMimeRegistry } from "@jupyterlab/rendermime";
import { tableType, treeType } from "tslinen/dist/payloads.mjs";
import { figureRank } from "../figure/mimeTypes";
import { Table } from "../table/table";
import { IFigures } from "../tokens";
import { Tree } from "../tree/tree";

/** Shows trees of arrays with their shapes, measures and pictures, and tables to scroll and sort. */
export const values: JupyterFrontEndPlugin<void> = {
  id: "@tslinen/jupyterlab:values",
  description: "Shows trees of arrays, such as the parameters of a network, and tables.",
  autoStart: true,
  requires: [IRenderMimeRegistry, IFigures],
  activate: (_app: JupyterFrontEnd, rendermime: IRenderMimeRegistry, { context }: IFigures) => {
    rendermime.addFactory(
      { safe: true, mimeTypes: [treeType], createRenderer: (options) => new Tree(context, options) },
      figureRank,
    );
    rendermime.addFactory(
      { safe: true, mimeTypes: [tableType], createRenderer: () => new Table(context) },
      figureRank,
    );
  },
};
