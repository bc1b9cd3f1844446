import type { Place } from "@tslinen/kernel/dist/protocol/editing";

/** A text to be written in place of a stretch of another. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * What to change in a text so that it becomes one that differs in white space: between the changes, cursors keep their
 * places. All of it, if the texts differ in more.
 */
export function whiteSpaceChanges(from: string, to: string): Change[] {
  const changes: Change[] = [];
  const space = /\s*/y;
  const spaceAt = (text: string, index: number): string => {
    space.lastIndex = index;
    return space.exec(text)?.[0] ?? "";
  };
  let [i, j] = [0, 0];
  while (i < from.length || j < to.length) {
    const [old, text] = [spaceAt(from, i), spaceAt(to, j)];
    if (old !== text) changes.push({ start: i, end: i + old.length, text });
    i += old.length;
    j += text.length;
    if (from[i] !== to[j]) return [{ start: 0, end: from.length, text: to }];
    i++;
    j++;
  }
  return changes;
}

/** A text with another name at some places. */
export function renamed(text: string, places: readonly Place[], name: string): string {
  let result = "";
  let at = 0;
  for (const { start, end, prefix = "" } of places) {
    result += text.slice(at, start) + prefix + name;
    at = end;
  }
  return result + text.slice(at);
}
