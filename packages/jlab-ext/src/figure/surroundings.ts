/** Whether a figure's size, or that of a part of it, is that of its place; told by the JSON of its specification. */
export const followsPlace = (text: string | undefined): boolean =>
  /"(?:width|height)":\s*"container"|containerSize\s*\(/.test(text ?? "");

/** Whether a node is on the screen now. */
export function inView(node: HTMLElement): boolean {
  const { top, bottom, width } = node.getBoundingClientRect();
  return width > 0 && bottom > 0 && top < innerHeight;
}
