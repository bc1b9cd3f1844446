import { ILabShell, type JupyterFrontEnd, type JupyterFrontEndPlugin } from "@jupyterlab/application";
import { ICommandPalette } from "@jupyterlab/apputils";
import { panelOpener } from "../openPanel";
import { IFigures } from "../tokens";
import { announced } from "../tools/announced";
import { figureTools, type FigureTool } from "../tools/commands";

/** Commands take no arguments: they act on the figure that was last pointed at. */
const noArguments = { args: { type: "object" as const, properties: {}, additionalProperties: false } };

/** What can be done with a figure: commands, a toolbar on it, a context menu. */
export const tools: JupyterFrontEndPlugin<void> = {
  id: "@tslinen/jupyterlab:tools",
  description: "Copies, saves, enlarges and inspects figures.",
  autoStart: true,
  requires: [IFigures],
  optional: [ILabShell, ICommandPalette],
  activate: (
    app: JupyterFrontEnd,
    figures: IFigures,
    lab: ILabShell | null,
    palette: ICommandPalette | null,
  ) => {
    const { tracker, context } = figures;
    const { trans, preferences } = context;
    const all = figureTools(panelOpener(app, lab), figures);
    const meant = () =>
      tracker.at(app.contextMenuHitTest((node) => node.classList.contains("tsl-Figure")) ?? null) ??
      tracker.current;

    const addCommand = ({ id, label, caption, icon, needsDrawing, run }: FigureTool) =>
      app.commands.addCommand(id, {
        label,
        caption,
        icon,
        describedBy: noArguments,
        isEnabled: () => {
          const figure = meant();
          return figure !== null && (!needsDrawing || figure.drawing !== null);
        },
        execute: async () => {
          const figure = meant();
          if (figure) await announced(label, () => run(figure));
        },
      });
    for (const tool of all) {
      addCommand(tool);
      palette?.addItem({ command: tool.id, category: trans.__("Figures") });
    }
    tracker.currentChanged.connect(() => {
      for (const { id } of all) app.commands.notifyCommandChanged(id);
    });

    tracker.added.connect((_, figure) => {
      let bar: HTMLElement | undefined;
      const update = async () => {
        const wanted = preferences.value.tools && figure.drawing !== null;
        if (!wanted && !bar) return;
        const { toolbar } = await import(/* webpackChunkName: "toolbar" */ "../tools/toolbar");
        bar ??= figure.node.appendChild(toolbar(all, app.commands, trans));
        bar.hidden = !preferences.value.tools || figure.drawing === null;
      };
      figure.settled.connect(update);
      preferences.changed.connect(update, figure);
    });
  },
};
