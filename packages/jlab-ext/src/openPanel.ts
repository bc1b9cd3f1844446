import type { ILabShell, JupyterFrontEnd } from "@jupyterlab/application";
import type { MainAreaWidget } from "@jupyterlab/apputils";
import type { DocumentRegistry } from "@jupyterlab/docregistry";
import { TabPanel } from "@lumino/widgets";

/** Opens a panel, and brings one that is open to the front. */
export type OpenPanel = (panel: MainAreaWidget, options?: DocumentRegistry.IOpenOptions) => void;

/** JupyterLab opens panels as tabs of its main area, which Notebook 7 keeps for one document: there they open below. */
export function panelOpener({ shell }: JupyterFrontEnd, lab: ILabShell | null): OpenPanel {
  if (lab) {
    return (panel, options) => {
      if (!panel.isAttached) shell.add(panel, "main", options);
      shell.activateById(panel.id);
    };
  }
  return (panel) => {
    // The area is as high as what it holds asks for.
    panel.content.node.style.minHeight = "40vh";
    if (!panel.isAttached) shell.add(panel, "down");
    shell.activateById(panel.id);
    const tabs = panel.parent?.parent;
    if (tabs instanceof TabPanel) tabs.currentWidget = panel;
  };
}
