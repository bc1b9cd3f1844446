import type { Frame, Json, LegendKey } from "../model/artist";
import { defaultPaint, specColor, type Paint } from "../color/color";
import { layoutLegend, rowHeight, type LegendRoom } from "../legend/layout";
import type { Legend } from "../model/legend";
import { rcParams } from "../rcParams";
import { fontSize } from "../text/fontSize";
import { mathtext } from "../text/mathtext";
import { scalePath } from "./path";
import { blended, px } from "./theme";

/** The number of an entry; Vega also asks for its properties when it measures, without one. */
const entryNumber = "toNumber(slice(datum.value || 's0', 1))";

/** Corners that Vega anchors to by itself, so that they hold with whatever font the reader has. */
const corners: Record<number, string> = {
  1: "top-right",
  2: "top-left",
  3: "bottom-left",
  4: "bottom-right",
};

/** Where a legend stands. */
interface LegendPlace {
  room: LegendRoom;
  /** The axes whose view it is part of. */
  frame: Frame;
  /** The corner of these axes in the figure, in pixels, if the room is the figure. */
  corner?: { left: number; top: number };
  /** What is behind it. */
  upon: Paint;
}

/** The colour of names: one for all, or one each, which no theme changes. */
function labelColor({ style }: Legend, keys: readonly (LegendKey | undefined)[]): unknown {
  const { labelcolor } = style;
  const usual = defaultPaint("text.color");
  if (labelcolor === undefined) return specColor(usual);
  const each =
    typeof labelcolor === "string"
      ? keys.map((key) => {
          const [first, second] =
            labelcolor === "markerfacecolor" ? [key?.fill, key?.stroke] : [key?.stroke, key?.fill];
          return [first, second].find((own) => own && own.color !== "none") ?? usual;
        })
      : keys.map((_, i) => labelcolor[i % labelcolor.length]);
  if (each.every(({ color }) => color === each[0].color)) return specColor(each[0]);
  const written = each.map(({ color }) =>
    color === "ink" || color === "paper" ? color : JSON.stringify(color),
  );
  return { expr: `[${written.join(",")}][${entryNumber}]` };
}

/**
 * The layer that a legend comes from: no points, but a scale from entries to symbols.
 *
 * A symbol's path is in units of the symbol's size, here half the font size, so that an entry is no higher than its
 * text; matplotlib's lengths and distances follow from offsets.
 *
 * @param toggle - The name of the parameter that holds which entries are shown; undefined where all always are.
 */
export function legendLayer(
  legend: Legend,
  { room: where, frame, corner, upon }: LegendPlace,
  toggle: string | undefined,
): Json {
  const { style, title } = legend;
  const size = style.fontsize * frame.pt;
  const symbol = 0.5 * size;
  const keys = legend.entries.map(({ artist }) =>
    artist.key?.(frame, (size * style.handlelength) / 2, style.markerscale),
  );
  const ids = legend.entries.map((_, i) => `s${i}`);
  const paths = keys.map((key) => scalePath(key?.path ?? "M0,0", 2 / symbol));
  const widths = keys.map((key) => px(key?.strokeWidth ?? 0));
  const room = Math.max(Math.ceil(symbol + widths[0]), size);
  const channel = (range: readonly unknown[]) => ({
    field: "series",
    type: "nominal",
    scale: { domain: ids, range },
  });
  const colors = (pick: "fill" | "stroke") =>
    channel(keys.map((key) => (key ? (blended(key[pick]) ?? "none") : "none")));
  const { rect, code } = layoutLegend(legend, where);
  const plain = typeof legend.loc === "number" && legend.anchor === undefined && corner === undefined;
  const place =
    plain && code in corners
      ? { orient: corners[code], offset: px(style.borderaxespad * size) }
      : {
          orient: "none",
          legendX: px(rect.left - (corner?.left ?? 0)),
          legendY: px(rect.top - (corner?.top ?? 0)),
        };
  const titleSize = (title.fontsize ?? fontSize("legend", rcParams["legend.title_fontsize"])) * frame.pt;
  const texts = legend.entries.map(({ text }) => {
    const lines = mathtext(text).split("\n");
    return JSON.stringify(lines.length > 1 ? lines : lines[0]);
  });
  return {
    data: { values: [] },
    ...(toggle !== undefined && {
      params: [
        {
          name: toggle,
          value: ids.map((series) => ({ series })),
          select: { type: "point", fields: ["series"], toggle: "true", clear: false },
          bind: "legend",
        },
      ],
    }),
    mark: { type: "point", opacity: 1 },
    encoding: {
      shape: {
        ...channel(paths),
        legend: {
          ...place,
          title: title.text === "" ? null : mathtext(title.text).split("\n"),
          ...(title.text !== "" && {
            titleFontSize: px(titleSize),
            titleColor: specColor(defaultPaint("text.color")),
            titleFontWeight: "normal",
            titleAnchor: { left: "start", center: "middle", right: "end" }[style.alignment],
            titlePadding: px(style.labelspacing * size),
            titleLimit: 0,
          }),
          labelExpr: `[${texts.join(",")}][${entryNumber}]`,
          labelFontSize: px(size),
          labelColor: labelColor(legend, keys),
          labelLimit: 0,
          symbolSize: px(symbol ** 2),
          symbolStrokeWidth: widths.every((width) => width === widths[0])
            ? widths[0]
            : { expr: `[${widths.join(",")}][${entryNumber}]` },
          symbolOffset: px((style.handlelength * size - room) / 2),
          labelOffset: px((style.handlelength * size - room) / 2 + style.handletextpad * size),
          ...(texts.every((text) => text.startsWith('"')) && { clipHeight: px(rowHeight * size) }),
          // Vega rounds the height of a row up.
          rowPadding: px((rowHeight + style.labelspacing) * size - Math.ceil(rowHeight * size)),
          padding: px(style.borderpad * size),
          ...(style.columns > 1 && { columns: style.columns, columnPadding: px(style.columnspacing * size) }),
          ...(style.frameon
            ? {
                fillColor: blended(style.facecolor ?? upon, style.framealpha),
                strokeColor: blended(style.edgecolor, style.framealpha),
                cornerRadius: style.fancybox ? px(0.2 * size) : 0,
              }
            : { fillColor: null, strokeColor: null }),
        },
      },
      stroke: colors("stroke"),
      fill: colors("fill"),
    },
  };
}
