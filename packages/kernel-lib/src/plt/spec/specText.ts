import { mathtext } from "../text/mathtext";

/** A text as Vega-Lite has it: lines in a list. */
export const specText = (text: string): string | string[] => {
  const lines = mathtext(text).split("\n");
  return lines.length > 1 ? lines : lines[0];
};
