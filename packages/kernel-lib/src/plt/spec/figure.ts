import type { Json, Thinned } from "../model/artist";
import { defaultPaint, specColor } from "../color/color";
import type { FigureBase } from "../model/figure";
import { overhang } from "../layout/extent";
import { fitLayout } from "../layout/tight";
import { arrange, type PlacedView } from "./arrange";
import { underSettings } from "../rcParams";
import { axisConfig } from "./axis";
import { backgrounds, cornerOf, panelReach, panelTexts } from "./panels";
import { font, px, standingOn, themeParams } from "./theme";
import { viewOf } from "./view";

/** Room around a figure whose labels end where they end, as notebooks show matplotlib's. In inches. */
const margin = 0.1;

/** Options of {@link specOf}. */
export interface SpecOptions {
  /** Whether to hold what only a reader's pointer needs. Default: true. */
  interactive?: boolean;
  /** Whether it is shown for a moment, before the next one replaces it. Default: false. */
  passing?: boolean;
}

/**
 * Writes a figure as a Vega-Lite 6 spec; the same figure always gives the same spec.
 *
 * @param figure - The figure.
 * @param options - What to leave out.
 */
export const specOf = (figure: FigureBase, options: SpecOptions = {}): Json =>
  underSettings(figure.settings, () => written(figure, options));

function written(figure: FigureBase, options: SpecOptions): Json {
  const { interactive = true, passing = false } = options;
  const thinned: Thinned[] = [];
  if (figure.tight) fitLayout(figure, { constrained: figure.tight === "constrained" });
  const hosts = figure.shownAxes.filter(({ host }) => host === undefined);
  const grounds = backgrounds(figure);
  const corners = hosts.map(cornerOf);
  const first = {
    left: Math.min(...[...corners, ...grounds].map(({ left }) => left)),
    top: Math.min(...[...corners, ...grounds].map(({ top }) => top)),
  };
  const views = hosts.map((axes, i) => {
    const twins = figure.shownAxes.filter(({ host }) => host === axes);
    const view = viewOf(figure, { axes, twins, index: i }, interactive, { passing, thinned });
    (view.layer as Json[]).push(...panelTexts(figure, axes));
    return { ...corners[i], view };
  });
  const all = [...grounds, ...views].map(({ left, top, view }) => ({
    left: left - first.left,
    top: top - first.top,
    view,
  }));
  const room = px(margin * figure.dpi);
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    params: [
      ...themeParams,
      ...figure.shownAxes.flatMap(({ artists }) =>
        artists.flatMap((artist) => artist.params?.(interactive) ?? []),
      ),
    ],
    ...(thinned.length > 0 && { usermeta: usermeta(thinned) }),
    background: specColor(figure.facecolor),
    padding: room,
    config: standingOn(
      {
        font,
        axisX: axisConfig(figure.pt, "x"),
        axisY: axisConfig(figure.pt, "y"),
        line: { order: null },
        area: { order: null, opacity: 1 },
        point: { opacity: 1 },
        rect: { opacity: 1 },
        text: { fill: specColor(defaultPaint("text.color")) },
        legend: { labelFont: font, unselectedOpacity: 0.35 },
      },
      figure.facecolor,
    ),
    ...(all.length === 1 ? all[0].view : arranged(figure, all, first, room)),
  };
}

/** Says of which data not every point is in the spec. */
const usermeta = (thinned: readonly Thinned[]): Json => ({
  tslinen: {
    thinned,
    note: "Points that show nowhere at this size are left out; rcParams['path.simplify'] = false keeps them.",
  },
});

/** Several views in their places; where fillers reach beyond these, the size of the whole is said. */
function arranged(
  figure: FigureBase,
  views: readonly PlacedView[],
  first: { left: number; top: number },
  room: number,
): Json {
  const { spec, plain, left, top } = arrange(views);
  if (plain) return spec;
  const reach = { left: 0, top: 0, right: 0, bottom: 0 };
  const grow = (side: keyof typeof reach, length: number) => {
    reach[side] = Math.max(reach[side], Math.ceil(length));
  };
  for (const axes of figure.shownAxes) {
    const { left: x, top: y } = cornerOf(axes.host ?? axes);
    const beyond = overhang(axes);
    const { width, height } = (axes.host ?? axes).frame();
    grow("left", first.left - x + beyond.left);
    grow("top", first.top - y + beyond.top);
    grow("right", x - first.left + width + beyond.right);
    grow("bottom", y - first.top + height + beyond.bottom);
  }
  for (const { left: x, top: y, view } of views) {
    grow("right", x + view.width);
    grow("bottom", y + view.height);
  }
  for (const covered of panelReach(figure)) {
    grow("left", first.left - covered.left);
    grow("top", first.top - covered.top);
    grow("right", covered.right - first.left);
    grow("bottom", covered.bottom - first.top);
  }
  return {
    ...spec,
    autosize: "none",
    padding: {
      left: reach.left - left + room,
      top: reach.top - top + room,
      right: reach.right + left + room,
      bottom: reach.bottom + top + room,
    },
  };
}
