import { mathtext } from "../src/plt/text/mathtext";
import { paints } from "./comparison.paint";
import type { MplText } from "./matplotlib";
import type { DrawnMark } from "./scene";

/** Compares a text that is written on axes. */
export function compareText(theirs: MplText, marks: readonly DrawnMark[]): string[] {
  const texts = marks.filter(({ type }) => type === "text").flatMap(({ items }) => items);
  const written = mathtext(theirs.text.replace(/\\mathdefault/g, ""));
  const same = texts.filter(({ text }) => text === written);
  const turned = (degrees: number) => ((degrees % 360) + 360) % 360;
  const centred = theirs.align.every((side) => side === "center");
  const alike = same.filter(
    ({ at, fontSize, fill, fillOpacity, angle, down }) =>
      // What is turned is aligned by its box, which is a matter of font metrics, unless it is by its centre.
      ((theirs.rotation !== 0 && !centred) || Math.hypot(at[0] - theirs.at[0], at[1] - theirs.at[1]) < 1) &&
      Math.abs(fontSize - theirs.size) < 0.01 &&
      // Of several lines each is fitted to whole pixels.
      (theirs.baseline === undefined || Math.abs(at[1] + down - theirs.baseline) < 1.5) &&
      paints(fill, fillOpacity, theirs.color) &&
      // A label of a contour is turned as its line is, by as much as it is wide.
      Math.abs(turned(angle) - turned(-theirs.rotation)) < 0.1,
  );
  if (alike.length > 0) return [];
  const ours = same.map(
    ({ at, fontSize, fill, angle }) => `${at.join(", ")}, ${fontSize} px, ${fill}, ${angle}°`,
  );
  return [
    `text ${theirs.text}: ours ${ours.join(" or ") || "missing"}, matplotlib's ${theirs.at.join(", ")}, ${theirs.size} px, ${theirs.color}, ${theirs.rotation}°`,
  ];
}
