import type { Json } from "../model/artist";
import { defaultPaint, specColor } from "../color/color";
import type { Panel } from "../model/panel";
import { textSize } from "../text/size";
import type { Suptitle } from "../model/label";
import { rcParams } from "../rcParams";
import { fontSize } from "../text/fontSize";
import { oneRow } from "./data";
import { specText } from "./specText";
import { px } from "./theme";

/** What Vega calls the place of a text's place in it. */
const baselines = { top: "top", center: "middle", baseline: "alphabetic", bottom: "bottom" };

const sizeOf = (figure: Panel, title: Suptitle) =>
  (title.fontsize ?? fontSize("rcParams", rcParams["figure.titlesize"])) * figure.pt;

/** The room that a figure's title takes, in pixels of the figure; undefined if it has none. */
export function suptitleExtent(figure: Panel): { left: number; right: number; top: number } | undefined {
  const { title } = figure;
  if (title.text === "") return undefined;
  const { width, height } = figure.pixelSize();
  const own = textSize(title.text, sizeOf(figure, title), title.fontweight === "bold");
  const [x, y] = [title.x * width, (1 - title.y) * height];
  const left = x - { left: 0, center: own.width / 2, right: own.width }[title.ha];
  const top = y - { top: 0, center: own.height / 2, baseline: own.ascent, bottom: own.height }[title.va];
  return { left, right: left + own.width, top };
}

/** The title of a figure as a layer of a view, whose corner is somewhere in the figure. */
export function suptitleLayers(figure: Panel, corner: { left: number; top: number }): Json[] {
  const { title } = figure;
  if (title.text === "") return [];
  const { width, height } = figure.pixelSize();
  return [
    {
      data: oneRow,
      mark: {
        type: "text",
        clip: false,
        text: specText(title.text),
        align: title.ha,
        baseline: baselines[title.va],
        fontSize: px(sizeOf(figure, title)),
        fontWeight: title.fontweight ?? rcParams["figure.titleweight"],
        ...(title.fontstyle && { fontStyle: title.fontstyle }),
        fill: specColor(title.color ?? defaultPaint("text.color")),
      },
      encoding: {
        x: { value: px(title.x * width - corner.left) },
        y: { value: px((1 - title.y) * height - corner.top) },
      },
    },
  ];
}
