import type { Artist, Json } from "../artists/artist";
import type { Axes } from "../axes";
import { specColor } from "../color/color";
import { axesLayer, frameLayers, offsetLayers, titles } from "./frame";
import { legendLayer, shownParam } from "./legend";
import { px } from "./theme";

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

/** One view of a Vega-Lite spec for axes: as much as is drawn inside one frame. */
export function viewOf(axes: Axes, index: number, interactive: boolean): Json {
  const frame = axes.frame(interactive);
  const legend = axes.currentLegend;
  const legendPart = legend && legendLayer(axes, legend, index, interactive);
  const layersOf = (artist: Artist) => {
    const entry =
      legend?.entries.findIndex(({ artist: named }) => named === artist || named.parts?.includes(artist)) ??
      -1;
    const layers = artist.layers(frame);
    return entry < 0 || !interactive || !legendPart
      ? layers
      : layers.map((layer) => toggled(layer, shownParam(index), entry));
  };
  const sorted = axes.artists
    .map((artist, i) => ({ artist, i }))
    .sort((a, b) => a.artist.zorder - b.artist.zorder || a.i - b.i);
  const part = (over: boolean) =>
    sorted.filter(({ artist }) => artist.zorder > 2.5 === over).flatMap(({ artist }) => layersOf(artist));
  const heading = titles(axes);
  return {
    width: px(frame.width),
    height: px(frame.height),
    view: { fill: axes.axisOn && axes.frameOn ? specColor(axes.facecolor) : null, stroke: null },
    ...(heading.title && { title: heading.title }),
    layer: [
      axesLayer(axes),
      ...part(false),
      ...frameLayers(axes),
      ...part(true),
      ...(legendPart ? [legendPart] : []),
      ...offsetLayers(axes),
      ...heading.layers,
    ],
  };
}
