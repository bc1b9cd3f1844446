import { Notification } from "@jupyterlab/apputils";
import {
  codeIcon,
  copyIcon,
  downloadIcon,
  saveIcon,
  launchIcon,
  tableRowsIcon,
  type LabIcon,
} from "@jupyterlab/ui-components";
import type { Figure } from "../figure/figure";
import type { OpenPanel } from "../openPanel";
import type { IFigures } from "../tokens";
import { download, fileStem } from "./download";

/** The commands of figures. */
export const CommandIDs = {
  copyPicture: "tslinen:copy-figure-picture",
  savePng: "tslinen:save-figure-png",
  saveSvg: "tslinen:save-figure-svg",
  showSource: "tslinen:show-figure-source",
  showData: "tslinen:show-figure-data",
  openLarge: "tslinen:open-figure-large",
} as const;

/** Device pixels to a point in saved pictures: sharp on the screens people have. */
const pictureScale = 2;

/** What opens in a tab is loaded when first asked for. */
const panels = () => import(/* webpackChunkName: "panels" */ "./panels");

/** One thing that can be done with a figure. */
export interface FigureTool {
  id: string;
  label: string;
  caption: string;
  icon: LabIcon;
  /** Whether the figure must be drawn; its source can be seen in any case. */
  needsDrawing: boolean;
  run(figure: Figure): Promise<void>;
}

/** Everything that can be done with a figure: its toolbar, context menu and commands are made from this. */
export function figureTools(open: OpenPanel, { context }: IFigures): FigureTool[] {
  const { trans } = context;
  const drawn = ({ drawing }: Figure) => {
    if (!drawing) throw new Error(trans.__("The figure is not drawn."));
    return drawing;
  };
  return [
    {
      id: CommandIDs.copyPicture,
      label: trans.__("Copy Figure as PNG"),
      caption: trans.__("Copy the figure's picture to the clipboard"),
      icon: copyIcon,
      needsDrawing: true,
      run: async (figure) => {
        const picture = drawn(figure)
          .png(pictureScale)
          .then((url) => fetch(url))
          .then((answer) => answer.blob());
        await navigator.clipboard.write([new ClipboardItem({ "image/png": picture })]);
        Notification.success(trans.__("Figure copied"), { autoClose: 2000 });
      },
    },
    {
      id: CommandIDs.savePng,
      label: trans.__("Save Figure as PNG"),
      caption: trans.__("Save the figure as a picture of pixels"),
      icon: saveIcon,
      needsDrawing: true,
      run: async (figure) =>
        download(await drawn(figure).png(pictureScale), `${fileStem(figure.source)}.png`),
    },
    {
      id: CommandIDs.saveSvg,
      label: trans.__("Save Figure as SVG"),
      caption: trans.__("Save the figure as a picture that can be scaled"),
      icon: downloadIcon,
      needsDrawing: true,
      run: async (figure) =>
        download(
          new Blob([await drawn(figure).svg()], { type: "image/svg+xml" }),
          `${fileStem(figure.source)}.svg`,
        ),
    },
    {
      id: CommandIDs.showSource,
      label: trans.__("Show Figure Source"),
      caption: trans.__("Show the figure's specification in a tab"),
      icon: codeIcon,
      needsDrawing: false,
      run: async (figure) => open((await panels()).sourcePanel(figure, trans), { mode: "split-right" }),
    },
    {
      id: CommandIDs.showData,
      label: trans.__("Show Figure Data"),
      caption: trans.__("Show the figure's data as a table in a tab"),
      icon: tableRowsIcon,
      needsDrawing: true,
      run: async (figure) => open((await panels()).dataPanel(figure, trans), { mode: "split-right" }),
    },
    {
      id: CommandIDs.openLarge,
      label: trans.__("Open Figure Larger"),
      caption: trans.__("Open the figure in a tab of its own"),
      icon: launchIcon,
      needsDrawing: true,
      run: async (figure) => open((await panels()).largePanel(figure, context)),
    },
  ];
}
