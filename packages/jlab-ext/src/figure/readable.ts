/** How small a figure may become to fit its place, as a share of its size: its labels can just be read. */
const least = 0.75;

/** Has a picture that is wider than its place shrink, if it can be read then; else it keeps its size and scrolls. */
export function keepReadable(picture: HTMLElement): void {
  const room = picture.clientWidth;
  for (const drawn of picture.querySelectorAll<SVGElement | HTMLCanvasElement>(
    ":scope > svg, :scope > canvas",
  )) {
    // A canvas has more pixels than it is wide where the screen has more than one to a point.
    const width = parseFloat(drawn.style.width || (drawn.getAttribute("width") ?? ""));
    drawn.style.minWidth = room < least * width ? `${width}px` : "";
  }
}
