/** Jupyter counts cursor positions in code points, JavaScript in UTF-16 units: an emoji is one or two. */

/** The UTF-16 offset of a position counted in code points. */
export function toOffset(text: string, position: number): number {
  let offset = 0;
  for (let seen = 0; seen < position && offset < text.length; seen++) {
    offset += (text.codePointAt(offset) as number) > 0xffff ? 2 : 1;
  }
  return offset;
}

/** The position, counted in code points, of a UTF-16 offset. */
export function toPosition(text: string, offset: number): number {
  return [...text.slice(0, offset)].length;
}
