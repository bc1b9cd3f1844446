import type { Json } from "../artists/artist";
import { specColor } from "../color/color";
import type { Figure } from "../figure";
import { axisConfig } from "./axis";
import { font, ink, px, themeParams } from "./theme";
import { viewOf } from "./view";

/** Room around a figure whose labels end where they end, as notebooks show matplotlib's. In inches. */
const margin = 0.1;

/** Options of {@link specOf}. */
export interface SpecOptions {
  /** Whether to hold what only a reader's pointer needs. Default: true. */
  interactive?: boolean;
}

/**
 * Writes a figure as a Vega-Lite 6 spec; the same figure always gives the same spec.
 *
 * @param figure - The figure.
 * @param options - What to leave out.
 */
export function specOf(figure: Figure, options: SpecOptions = {}): Json {
  const { interactive = true } = options;
  const views = figure.axes.map((axes, i) => viewOf(axes, i, interactive));
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    params: themeParams,
    background: specColor(figure.facecolor),
    padding: px(margin * figure.dpi),
    config: {
      font,
      axis: axisConfig(figure.pt),
      line: { order: null },
      area: { order: null, opacity: 1 },
      point: { opacity: 1 },
      rect: { opacity: 1 },
      text: { fill: ink },
      legend: { labelFont: font, unselectedOpacity: 0.35 },
    },
    ...views[0],
  };
}
