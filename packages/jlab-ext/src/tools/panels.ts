import "../../style/panels.css";
import { MainAreaWidget, Notification, ToolbarButton } from "@jupyterlab/apputils";
import { copyIcon, downloadIcon } from "@jupyterlab/ui-components";
import type { TranslationBundle } from "@jupyterlab/translation";
import { Widget } from "@lumino/widgets";
import { Figure, type FigureContext } from "../figure/figure";
import { download, fileStem } from "./download";
import { csv, table, type Row } from "./table";

function panel<T extends Widget>(content: T, title: string, className: string): MainAreaWidget<T> {
  content.addClass(className);
  content.node.tabIndex = 0;
  const widget = new MainAreaWidget({ content });
  widget.title.label = title;
  widget.title.closable = true;
  return widget;
}

/** A figure's source in a tab, to be read and copied. */
export function sourcePanel(figure: Figure, trans: TranslationBundle): MainAreaWidget {
  const text = JSON.stringify(figure.source, null, 2);
  const content = new Widget({ node: document.createElement("pre") });
  content.node.textContent = text;
  const widget = panel(content, trans.__("Figure source"), "tsl-Source");
  widget.toolbar.addItem(
    "copy",
    new ToolbarButton({
      icon: copyIcon,
      label: trans.__("Copy"),
      tooltip: trans.__("Copy the source to the clipboard"),
      onClick: () => {
        void navigator.clipboard
          .writeText(text)
          .then(() => Notification.success(trans.__("Source copied"), { autoClose: 2000 }));
      },
    }),
  );
  return widget;
}

/** The rows behind a figure in a tab: every set of data that is not empty, largest first. */
export function dataPanel(figure: Figure, trans: TranslationBundle): MainAreaWidget {
  const sets = figure.drawing?.data() ?? [];
  const content = new Widget();
  for (const { name, rows } of sets) content.node.append(table(rows, name, trans));
  if (sets.length === 0) content.node.textContent = trans.__("This figure has no data.");
  const widget = panel(content, trans.__("Figure data"), "tsl-Data");
  if (sets.length > 0) {
    const all = (rows: readonly Row[]) => new Blob([csv(rows)], { type: "text/csv" });
    widget.toolbar.addItem(
      "csv",
      new ToolbarButton({
        icon: downloadIcon,
        label: trans.__("Save as CSV"),
        tooltip: trans.__("Save the first table, with all its rows, as comma-separated values"),
        onClick: () => download(all(sets[0].rows), `${fileStem(figure.source)}.csv`),
      }),
    );
  }
  return widget;
}

/** A copy of a figure that fills a tab. */
export function largePanel(figure: Figure, context: FigureContext): MainAreaWidget<Figure> {
  const copy = figure.copy(context);
  return panel(copy, context.trans.__("Figure"), "tsl-Figure-large");
}
