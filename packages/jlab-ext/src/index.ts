import type { JupyterFrontEndPlugin } from "@jupyterlab/application";
import { figures } from "./plugins/figures";

const plugins: JupyterFrontEndPlugin<unknown>[] = [figures];

export default plugins;
