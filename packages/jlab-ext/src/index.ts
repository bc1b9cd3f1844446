import type { JupyterFrontEndPlugin } from "@jupyterlab/application";
import { cards } from "./plugins/cards";
import { contents } from "./plugins/contents";
import { completion } from "./plugins/completion";
import { editing } from "./plugins/editing";
import { editingTools } from "./plugins/editingCommands";
import { explorer } from "./plugins/explorer";
import { figures } from "./plugins/figures";
import { pictures } from "./plugins/pictures";
import { tools } from "./plugins/tools";
import { values } from "./plugins/values";
import { variables } from "./plugins/variables";

const plugins: JupyterFrontEndPlugin<unknown>[] = [
  figures,
  tools,
  pictures,
  cards,
  values,
  explorer,
  contents,
  variables,
  editing,
  editingTools,
  completion,
];

export default plugins;
