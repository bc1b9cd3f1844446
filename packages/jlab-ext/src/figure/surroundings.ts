/** Whether a figure's width, or that of a part of it, is that of its surroundings. */
export function needsWidth(source: unknown): boolean {
  return /"(?:width|height)":\s*"container"|containerSize\s*\(/.test(JSON.stringify(source ?? null));
}

/** Whether a node is on the screen now. */
export function inView(node: HTMLElement): boolean {
  const { top, bottom, width } = node.getBoundingClientRect();
  return width > 0 && bottom > 0 && top < innerHeight;
}
