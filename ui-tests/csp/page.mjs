// A page that hosts renderer, card and explorer alone, without JupyterLab: bundled and served by the test beside it.
import { Signal } from "@lumino/signaling";
import { Widget } from "@lumino/widgets";
import { nullTranslator } from "@jupyterlab/translation";
import { Card } from "../../packages/jlab-ext/lib/card/card.js";
import { Explorer } from "../../packages/jlab-ext/lib/explorer/explorer.js";
import { Figure } from "../../packages/jlab-ext/lib/figure/figure.js";
import { LivePreferences } from "../../packages/jlab-ext/lib/figure/preferences.js";
import { Queue } from "../../packages/jlab-ext/lib/figure/queue.js";
import { FigureTracker } from "../../packages/jlab-ext/lib/figure/tracker.js";

const context = {
  preferences: new LivePreferences(),
  queue: new Queue(),
  tracker: new FigureTracker(),
  trans: nullTranslator.load("tslinen"),
  themeChanged: new Signal({}),
};

const show = (widget) => Widget.attach(widget, document.body);
const model = (type, value) => ({
  trusted: false,
  data: { [type]: value },
  metadata: {},
  setData: () => undefined,
});

/** Runs in a turn of its own: what a debugger calls directly is exempt from the policy. */
const later =
  (action) =>
  (...args) =>
    new Promise((resolve, reject) => {
      setTimeout(() =>
        Promise.resolve()
          .then(() => action(...args))
          .then(resolve, reject),
      );
    });

window.tryEval = later(() => {
  try {
    return new Function("return 1")();
  } catch (error) {
    return error.name;
  }
});

window.showFigure = later(async (type, spec) => {
  const figure = new Figure(context, { mimeType: type, resolver: null });
  show(figure);
  await figure.renderModel(model(type, spec));
  return figure.node.dataset.state;
});

window.showCard = later(async (type, payload) => {
  const card = new Card(context, { mimeType: type, resolver: null, latexTypesetter: null });
  show(card);
  await card.renderModel(model(type, payload));
});

window.showExplorer = later(() => show(new Explorer(context, null)));
