import type { Artist, Json, Looked } from "../model/artist";
import type { AxesBase } from "../model/axes";
import type { FigureBase } from "../model/figure";
import { specColor, type Paint } from "../color/color";
import { gridZorder } from "../model/gridStyle";
import { independent, type PlacedView } from "./arrange";
import { apartLabelLayers, axesLayer, frameLayers, offsetLayers } from "./frame";
import { gridLayers } from "./grid";
import { movedParam } from "./interaction";
import { entryOf, legendsOf } from "./axesLegends";
import { isWrittenOn, panelLegends } from "./panels";
import { otherTickLayers } from "./otherTicks";
import { polarPointer } from "./polarPointer";
import { clippedTo, polarBackground, polarFrame } from "./polar";
import { standingOn } from "./theme";
import { titles } from "./titles";

const white: Paint = { color: "#ffffff", alpha: 1 };

/** Has a layer vanish while its legend entry is off. */
function toggled(layer: Json, param: string, entry: number): Json {
  const { layer: inner, encoding, ...rest } = layer as { layer?: Json[]; encoding?: Json };
  if (inner) return { ...rest, encoding, layer: inner.map((part) => toggled(part, param, entry)) };
  const test = `!${param}.series || indexof(${param}.series, 's${entry}') >= 0`;
  return {
    ...rest,
    encoding: { ...encoding, opacity: { condition: { test, value: 1 }, value: 0 } },
  };
}

/** Whether a reader may move axes: their ticks must follow, which those of any function cannot. */
const movable = ({ xaxis, yaxis }: AxesBase) =>
  [xaxis, yaxis].every(({ dimension }) => dimension.scale.warp !== "unwritten");

/** Layers of axes: what is drawn in them, their frame, legend and titles; and, for they have scales of their own, legends beside it. */
function layersOf(
  axes: AxesBase,
  index: number,
  interactive: boolean,
  looked: Looked,
): { own: Json[]; legends: Json[][] } {
  const frame = { ...axes.frame(interactive), ...looked };
  // Pictures keep their colours in every theme, and so does what is drawn upon them.
  const upon = axes.artists.some(({ backdrop }) => backdrop) ? white : axes.facecolor;
  const legends = legendsOf(axes, interactive ? index : undefined, frame, upon);
  const { plane } = axes;
  const drawn = (artist: Artist) =>
    plane
      ? clippedTo((artist.projected?.(plane) ?? artist).layers(frame), axes, plane)
      : artist.layers(frame);
  const artistLayers = (artist: Artist) => {
    const layers = standingOn(drawn(artist), upon);
    const named = entryOf(legends, artist);
    return named ? layers.map((layer) => toggled(layer, named.toggle, named.entry)) : layers;
  };
  const sorted = axes.artists
    .filter(({ visible }) => visible !== false)
    .map((artist, i) => ({ artist, i }))
    .sort((a, b) => a.artist.zorder - b.artist.zorder || a.i - b.i);
  const part = (above: number, upTo: number) =>
    sorted
      .filter(({ artist: { zorder } }) => zorder > above && zorder <= upTo)
      .flatMap(({ artist }) => artistLayers(artist));
  const gridAt = gridZorder(axes);
  const moves = interactive && axes.boxAspect === undefined && movable(axes);
  const outside = <T>(layers: T) => standingOn(layers, axes.figure.facecolor);
  const [first, ...others] = legends.map(({ layer }) => layer);
  const own = [
    outside(axesLayer(axes, moves ? index : undefined)),
    ...(plane ? polarBackground(axes, plane) : []),
    ...part(-Infinity, gridAt),
    ...standingOn(gridLayers(axes, frame, moves ? movedParam(index) : undefined), upon),
    ...part(gridAt, 2.5),
    ...(plane ? polarFrame(axes, plane, upon) : outside(frameLayers(axes))),
    ...part(2.5, Infinity),
    ...(plane && interactive && !looked.passing
      ? sorted.flatMap(({ artist }) => polarPointer(artist, axes, plane))
      : []),
    ...(first ? [first] : []),
    ...(plane
      ? []
      : outside([
          ...offsetLayers(axes),
          ...apartLabelLayers(axes),
          ...otherTickLayers(axes, frame, moves ? movedParam(index) : undefined),
        ])),
  ];
  return { own, legends: others.map((layer) => [layer]) };
}

/** One view of a Vega-Lite spec for axes, and for those that lie over them. */
export function viewOf(
  root: FigureBase,
  { axes, twins, index }: { axes: AxesBase; twins: readonly AxesBase[]; index: number },
  interactive: boolean,
  looked: Looked,
): PlacedView["view"] {
  const { width, height } = axes.frame();
  const heading = standingOn(titles(axes, !isWrittenOn(axes.figure) && !axes.polar), axes.figure.facecolor);
  const drawn = layersOf(axes, index, interactive, looked);
  const own = [...drawn.own, ...heading.layers];
  const others = twins.map((twin, i) => {
    const { own: layers, legends } = layersOf(twin, 1000 * (i + 1) + index, interactive, looked);
    const written = standingOn(titles(twin, false).layers, axes.figure.facecolor);
    return { zorder: twin.zorder, layers: [[...layers, ...written], ...legends] };
  });
  const parts = [{ zorder: axes.zorder, layers: [own, ...drawn.legends] }, ...others]
    .sort((a, b) => a.zorder - b.zorder)
    .flatMap(({ layers }) => layers);
  const all = [...parts, ...panelLegends(root, axes)];
  const common = twins.some(({ yaxis }) => yaxis.dimension === axes.yaxis.dimension) ? "x" : "y";
  return {
    width,
    height,
    view: {
      fill: axes.axisOn && axes.frameOn && !axes.polar ? specColor(axes.facecolor) : null,
      stroke: null,
    },
    ...(heading.title && { title: heading.title }),
    ...(all.length === 1
      ? { layer: own }
      : {
          layer: all.map((layer) => ({ layer })),
          resolve: {
            scale: { ...(twins.length > 0 && { [common]: "independent" }), ...independent },
            ...(twins.length > 0 && { axis: { x: "independent", y: "independent" } }),
            legend: independent,
          },
        }),
  };
}
