import type { Json } from "./theme";

/** What a set of marks is called to those who cannot see it, by the type of its marks. */
const names: Readonly<Record<string, string>> = {
  symbol: "points",
  line: "line",
  area: "area",
  rect: "rectangles",
  rule: "lines",
  arc: "sectors",
  image: "picture",
  path: "shapes",
  shape: "shapes",
  trail: "line",
};

const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null;

/** Whether each of some marks says what it is. */
const isDescribed = ({ encode }: Json): boolean =>
  isObject(encode) && Object.values(encode).some((set) => isObject(set) && "description" in set);

/**
 * Gives sets of marks in a compiled figure a name, which what reads a page aloud asks of every part of a picture. Marks
 * that say nothing are left out: the figure as a whole has a description.
 */
export function nameMarks(owner: Json): void {
  for (const mark of Array.isArray(owner.marks) ? (owner.marks as unknown[]) : []) {
    if (!isObject(mark)) continue;
    if (mark.type === "group") nameMarks(mark);
    else if (mark.aria === undefined && mark.description === undefined) {
      if (isDescribed(mark)) mark.description = names[mark.type as string] ?? mark.type;
      else if (mark.type !== "text") mark.aria = false;
    }
  }
}
