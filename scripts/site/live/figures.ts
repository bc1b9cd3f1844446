import type { IRenderMime } from "@jupyterlab/rendermime-interfaces";
import type { TranslationBundle } from "@jupyterlab/translation";
import { Signal } from "@lumino/signaling";
import { Widget } from "@lumino/widgets";
import { AnimatedFigure } from "@tslinen/jupyterlab/lib/animation/animation";
import { Figure, type FigureContext } from "@tslinen/jupyterlab/lib/figure/figure";
import { grammars } from "@tslinen/jupyterlab/lib/figure/mimeTypes";
import { LivePreferences } from "@tslinen/jupyterlab/lib/figure/preferences";
import { Queue } from "@tslinen/jupyterlab/lib/figure/queue";
import { Succession } from "@tslinen/jupyterlab/lib/figure/succession";
import { FigureTracker } from "@tslinen/jupyterlab/lib/figure/tracker";
import { Table } from "@tslinen/jupyterlab/lib/table/table";
import { Tree } from "@tslinen/jupyterlab/lib/tree/tree";
import { animationType, tableType, treeType } from "tslinen/dist/payloads.mjs";

/** Texts as they are written, with values in place of %1, %2, …. */
const untranslated = {
  __: (text: string, ...values: unknown[]) =>
    text.replace(/%(\d)/g, (_, index: string) => String(values[Number(index) - 1])),
  _n: (one: string, many: string, n: number, ...values: unknown[]) =>
    (n === 1 ? one : many).replace(/%(\d)/g, (_, index: string) => String([n, ...values][Number(index) - 1])),
} as TranslationBundle;

const themeChanged = new Signal<object, void>({});
const tell = (): void => themeChanged.emit();
new MutationObserver(tell).observe(document.documentElement, { attributeFilter: ["data-theme"] });
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", tell);

const context: FigureContext = {
  tracker: new FigureTracker(),
  preferences: new LivePreferences(),
  queue: new Queue(),
  succession: new Succession<Figure>(),
  trans: untranslated,
  themeChanged,
};

/** What JupyterLab would draw with our extension, drawn by the same code. */
function widgetFor(mimeType: string): Widget & IRenderMime.IRenderer {
  const options = { mimeType, resolver: null } as unknown as IRenderMime.IRendererOptions;
  if (mimeType in grammars) return new Figure(context, options);
  if (mimeType === animationType) return new AnimatedFigure(context, options);
  return mimeType === treeType ? new Tree(context, options) : new Table(context);
}

/** The types that are drawn here, the most telling first. */
export const drawnTypes = [animationType, treeType, tableType, ...Object.keys(grammars)];

/**
 * Draws a value into a node that stands in the page.
 *
 * @returns Disposes of what has been drawn.
 */
export function draw(mimeType: string, value: unknown, node: HTMLElement): () => void {
  const widget = widgetFor(mimeType);
  Widget.attach(widget, node);
  void widget.renderModel({
    trusted: true,
    metadata: {},
    data: { [mimeType]: value } as IRenderMime.IMimeModel["data"],
    setData: () => undefined,
  });
  return () => widget.dispose();
}
