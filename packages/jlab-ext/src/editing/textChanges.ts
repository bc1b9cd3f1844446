import type { Place } from "@tslinen/kernel/dist/protocol/editing";

/** A text to be written in place of a stretch of another. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * What to change in a text so that it becomes one that differs in white space: between the changes, cursors keep their
 * places. If the texts differ in more, what lies between the first and the last difference.
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
    if (from[i] !== to[j]) return [middle(from, to)];
    i++;
    j++;
  }
  return changes;
}

/** What differs between the beginning and the end that two texts have in common. */
function middle(from: string, to: string): Change {
  const most = Math.min(from.length, to.length);
  let start = 0;
  while (start < most && from[start] === to[start]) start++;
  let after = 0;
  while (after < most - start && from.at(-1 - after) === to.at(-1 - after)) after++;
  return { start, end: from.length - after, text: to.slice(start, to.length - after) };
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
