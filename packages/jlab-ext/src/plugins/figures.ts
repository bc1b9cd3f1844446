import type { JupyterFrontEnd, JupyterFrontEndPlugin } from "@jupyterlab/application";
import { IThemeManager } from "@jupyterlab/apputils";
import { IRenderMimeRegistry } from "@jupyterlab/rendermime";
import { ISettingRegistry } from "@jupyterlab/settingregistry";
import { ITranslator, nullTranslator } from "@jupyterlab/translation";
import { Signal } from "@lumino/signaling";
import { animationType } from "tslinen/dist/payloads.mjs";
import { AnimatedFigure } from "../animation/animation";
import { Figure, type FigureContext } from "../figure/figure";
import { figureRank, grammars } from "../figure/mimeTypes";
import { LivePreferences, type Preferences } from "../figure/preferences";
import { Queue } from "../figure/queue";
import { Succession } from "../figure/succession";
import { FigureTracker } from "../figure/tracker";
import { IFigures } from "../tokens";

const id = "@tslinen/jupyterlab:figures";

/** Draws figures wherever JupyterLab shows outputs. */
export const figures: JupyterFrontEndPlugin<IFigures> = {
  id,
  description: "Draws Vega-Lite 6 and Vega 6 figures.",
  autoStart: true,
  provides: IFigures,
  requires: [IRenderMimeRegistry],
  optional: [ISettingRegistry, IThemeManager, ITranslator],
  activate: (
    _app: JupyterFrontEnd,
    rendermime: IRenderMimeRegistry,
    settingRegistry: ISettingRegistry | null,
    themes: IThemeManager | null,
    translator: ITranslator | null,
  ) => {
    const preferences = new LivePreferences();
    const tracker = new FigureTracker();
    const context: FigureContext = {
      tracker,
      preferences,
      queue: new Queue(),
      succession: new Succession<Figure>(),
      trans: (translator ?? nullTranslator).load("tslinen"),
      themeChanged: themes?.themeChanged ?? new Signal<object, void>({}),
    };
    rendermime.addFactory(
      {
        safe: true,
        mimeTypes: Object.keys(grammars),
        createRenderer: (options) => new Figure(context, options),
      },
      figureRank,
    );
    rendermime.addFactory(
      {
        safe: true,
        mimeTypes: [animationType],
        createRenderer: (options) => new AnimatedFigure(context, options),
      },
      figureRank,
    );
    void settingRegistry?.load(id).then((settings) => {
      const update = () => {
        preferences.value = settings.composite as unknown as Preferences;
      };
      settings.changed.connect(update);
      update();
    });
    return { tracker, context };
  },
};
