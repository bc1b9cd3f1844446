import type { Json, Thinned } from "../model/artist";
import { defaultPaint, specColor } from "../color/color";
import type { AxesBase } from "../model/axes";
import type { FigureBase } from "../model/figure";
import { figureRoom, layoutLegend } from "../legend/layout";
import { overhang } from "../layout/extent";
import { fitLayout } from "../layout/tight";
import { arrange, type PlacedView } from "./arrange";
import { axisConfig } from "./axis";
import { font, px, standingOn, themeParams } from "./theme";
import { suptitleExtent, suptitleLayers } from "./suptitle";
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
export function specOf(figure: FigureBase, options: SpecOptions = {}): Json {
  const { interactive = true, passing = false } = options;
  const thinned: Thinned[] = [];
  if (figure.tight) fitLayout(figure);
  const hosts = figure.axes.filter(({ host }) => host === undefined);
  const corners = hosts.map(cornerOf);
  const first = {
    left: Math.min(...corners.map(({ left }) => left)),
    top: Math.min(...corners.map(({ top }) => top)),
  };
  const views = hosts.map((axes, i) => ({
    left: corners[i].left - first.left,
    top: corners[i].top - first.top,
    view: viewOf(
      axes,
      figure.axes.filter(({ host }) => host === axes),
      i,
      interactive,
      { passing, thinned },
    ),
  }));
  (views[0].view.layer as Json[]).push(...standingOn(suptitleLayers(figure, corners[0]), figure.facecolor));
  const room = px(margin * figure.dpi);
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    params: [
      ...themeParams,
      ...figure.axes.flatMap(({ artists }) =>
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
    ...(views.length === 1 ? views[0].view : arranged(figure, hosts, views, first, room)),
  };
}

/** Says of which data not every point is in the spec. */
const usermeta = (thinned: readonly Thinned[]): Json => ({
  tslinen: {
    thinned,
    note: "Points that show nowhere at this size are left out; rcParams['path.simplify'] = false keeps them.",
  },
});

/** Where axes have their upper left corner, in pixels. */
function cornerOf(axes: AxesBase): { left: number; top: number } {
  const { width, height } = axes.figure.pixelSize();
  const box = axes.box();
  return { left: box.left * width, top: (1 - box.bottom - box.height) * height };
}

/** Several views in their places; where fillers reach beyond these, the size of the whole is said. */
function arranged(
  figure: FigureBase,
  hosts: readonly AxesBase[],
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
  views.forEach((placed, i) => {
    const [x, y] = [placed.left, placed.top];
    for (const axes of [hosts[i], ...figure.axes.filter(({ host }) => host === hosts[i])]) {
      const beyond = overhang(axes);
      grow("left", beyond.left - x);
      grow("top", beyond.top - y);
      grow("right", x + placed.view.width + beyond.right);
      grow("bottom", y + placed.view.height + beyond.bottom);
    }
  });
  const legend = figure.currentLegend;
  if (legend && legend.entries.length > 0) {
    const { rect } = layoutLegend(legend, figureRoom(figure));
    grow("left", first.left - rect.left);
    grow("top", first.top - rect.top);
    grow("right", rect.left + rect.width - first.left);
    grow("bottom", rect.top + rect.height - first.top);
  }
  const title = suptitleExtent(figure);
  if (title) {
    grow("top", first.top - title.top);
    grow("left", first.left - title.left);
    grow("right", title.right - first.left);
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
