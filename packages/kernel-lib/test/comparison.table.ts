import { Table } from "../src/plt/artists/table";
import type { AxesBase as Axes } from "../src/plt/model/axes";
import type { Differences } from "./comparison";
import { colorsDiffer } from "./comparison.paint";
import type { MplAxes } from "./matplotlib";

/** Compares the cells of tables with matplotlib's: their places, colours and lines. */
export function compareTables(axes: Axes, theirs: MplAxes, found: Differences): void {
  const ours = axes.artists.filter((artist) => artist instanceof Table);
  found.same("number of tables", ours.length, theirs.tables?.length ?? 0);
  const frame = axes.frame();
  theirs.tables?.forEach((table, k) => {
    const placed = ours[k]?.placed(frame) ?? [];
    found.same(`cells of table ${k}`, placed.length, table.length);
    for (const { at, box, face, edge, edges, text } of table) {
      const name = `cell ${at.join(", ")} of table ${k}`;
      const own = placed.find(({ cell }) => cell.row === at[0] && cell.column === at[1]);
      if (!own) {
        found.add(`${name} is missing`);
        continue;
      }
      const [left, top] = theirs.box;
      const { width, height } = axes.pixelSize();
      const drawn = [
        left + own.box.left * width,
        top + (1 - own.box.bottom - own.box.height) * height,
        own.box.width * width,
        own.box.height * height,
      ];
      // matplotlib rounds the width of every letter to whole pixels, and with it that of a column as wide as its texts.
      const slack = at[1] === -1 ? Math.max(2, 0.08 * box[2]) : 0.6;
      found.near(`${name}: box`, drawn, box, slack);
      const plainly = ({ color }: { color: string }) =>
        ({ paper: "#ffffff", ink: "#000000" })[color] ?? color;
      if (colorsDiffer(plainly(own.cell.face), face)) {
        found.add(`${name}: ours ${own.cell.face.color}, matplotlib's ${face}`);
      }
      if (own.cell.visibleEdges !== "" && colorsDiffer(plainly(own.cell.edge), edge)) {
        found.add(`${name}: line of ${own.cell.edge.color}, matplotlib's ${edge}`);
      }
      found.same(`${name}: sides with a line`, [...own.cell.visibleEdges].sort(), [...edges].sort());
      if (text) found.near(`${name}: size of text`, [own.fontsize * frame.pt], [text.size], 0.01);
    }
  });
}
