/** A rectangle by its sides. */
interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** A connected part of a path: what its points lie within, and what it consists of. */
interface Subpath extends Box {
  lines: number;
  curves: number;
}

const clipRectangle =
  /<clipPath id="([^"]*)"><rect x="([^"]*)" y="([^"]*)" width="([^"]*)" height="([^"]*)"\/><\/clipPath>/g;
/** The beginning of a group that is clipped. */
const clippedGroup = /<g\b([^<>]*?) clip-path="url\(#([^"()]*)\)"([^<>]*)(?<!\/)>/g;
/** To read a group of more characters takes as long as to fill a layer. */
const longest = 200_000;
const shape = /<(\w+)\b([^<>]*)>/g;
const token = /([a-zA-Z])|([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)/g;

/** How many numbers stand behind each command of a path. */
const arity: Record<string, number> = { M: 2, L: 2, H: 1, V: 1, C: 6, Q: 4, A: 7 };

/** How far a sharp corner may reach beyond its line, in line widths: Vega writes a miter limit of 4. */
const reach = 2;
/** What Vega's rounding of coordinates comes to, in pixels. */
const tolerance = 0.01;

/**
 * Takes the clips off an SVG document's groups whose shapes lie within them anyway. For each group that is clipped
 * resvg fills a layer as large as the picture, which takes longer than everything else in most figures.
 *
 * @param svg - A document as Vega writes it.
 */
export function withoutNeedlessClips(svg: string): string {
  const clips = new Map<string, Box>();
  for (const [, id, ...sides] of svg.matchAll(clipRectangle)) {
    const [left, top, width, height] = sides.map(Number);
    clips.set(id, { left, top, right: left + width, bottom: top + height });
  }
  let result = "";
  let done = 0;
  for (const { 0: tag, 1: before, 2: id, 3: after, index } of svg.matchAll(clippedGroup)) {
    const start = index + tag.length;
    const content = svg.slice(start, svg.indexOf("</g>", start));
    const clip = clips.get(id);
    const isLeft = !clip || content.length > longest || /<g\b/.test(content) || !isWithin(content, clip);
    if (isLeft) continue;
    result += `${svg.slice(done, index)}<g${before}${after}>`;
    done = start;
  }
  return result + svg.slice(done);
}

/** Whether a group's content certainly lies within a rectangle: paths that are moved at most, with their lines. */
function isWithin(content: string, clip: Box): boolean {
  for (const [, tag, attributes] of content.matchAll(shape)) {
    const subpaths = tag === "path" ? subpathsOf(attribute(attributes, "d") ?? "") : undefined;
    const [x, y] = shiftOf(attribute(attributes, "transform"));
    const width = attribute(attributes, "stroke") ? Number(attribute(attributes, "stroke-width") ?? 1) : 0;
    const isButt = (attribute(attributes, "stroke-linecap") ?? "butt") === "butt";
    const fits = (subpath: Subpath): boolean => {
      const [aside, above] = marginsOf(subpath, width, isButt);
      // A transformation that is more than a move gives NaN, which does not fit.
      return (
        subpath.left + x - aside >= clip.left - tolerance &&
        subpath.right + x + aside <= clip.right + tolerance &&
        subpath.top + y - above >= clip.top - tolerance &&
        subpath.bottom + y + above <= clip.bottom + tolerance
      );
    };
    if (!subpaths?.every(fits)) return false;
  }
  return true;
}

const attribute = (attributes: string, name: string): string | undefined =>
  new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1];

/** How far a transformation moves; NaN if it does anything else. */
function shiftOf(transform = "translate(0,0)"): [x: number, y: number] {
  const [, x, y] = /^translate\(([^(),]*),([^(),]*)\)$/.exec(transform) ?? [];
  return [Number(x), Number(y)];
}

/** How far the stroke of a subpath reaches beyond its points, to the sides, and up and down. */
function marginsOf(subpath: Subpath, width: number, isButt: boolean): [x: number, y: number] {
  const { left, right, top, bottom, lines, curves } = subpath;
  // A straight line has no corners, and ends where it ends.
  if (lines === 1 && curves === 0 && isButt)
    return [top === bottom ? 0 : width / 2, left === right ? 0 : width / 2];
  // Nor have the curves of Vega's symbols and lines.
  const margin = lines === 0 ? width / 2 : reach * width;
  return [margin, margin];
}

/** The parts of a path; undefined if it has commands other than Vega's own ones. */
function subpathsOf(path: string): Subpath[] | undefined {
  const subpaths: Subpath[] = [];
  let command = "";
  let at: [x: number, y: number] = [0, 0];
  let start = at;
  let numbers: number[] = [];
  for (const [, letter, number] of path.matchAll(token)) {
    if (letter !== undefined) {
      if (numbers.length > 0) return undefined;
      command = letter;
      if (letter.toUpperCase() !== "Z") continue;
      at = start;
      const closed = subpaths.at(-1);
      if (closed) closed.lines += closed.lines > 0 ? 1 : 0;
      continue;
    }
    const kind = command.toUpperCase();
    numbers.push(Number(number));
    if (!(kind in arity)) return undefined;
    if (numbers.length < arity[kind]) continue;
    const [dx, dy] = command === kind ? [0, 0] : at;
    const [x, y] = numbers.slice(-2);
    at = kind === "H" ? [dx + x, at[1]] : kind === "V" ? [at[0], dy + x] : [dx + x, dy + y];
    if (kind === "M") {
      start = at;
      subpaths.push({ left: at[0], right: at[0], top: at[1], bottom: at[1], lines: 0, curves: 0 });
      // Further pairs of numbers are lines.
      command = command === "M" ? "L" : "l";
    }
    const subpath = subpaths.at(-1);
    if (!subpath) return undefined;
    include(subpath, ...at, kind === "A" ? 2 * Math.max(numbers[0], numbers[1]) : 0);
    if (kind === "C" || kind === "Q")
      for (let i = 0; i < numbers.length; i += 2) include(subpath, dx + numbers[i], dy + numbers[i + 1]);
    if (kind !== "M") subpath[kind === "C" || kind === "Q" || kind === "A" ? "curves" : "lines"]++;
    numbers = [];
  }
  return numbers.length > 0 ? undefined : subpaths;
}

/** Makes a rectangle contain a point, and what lies within a radius around it. */
function include(box: Box, x: number, y: number, radius = 0): void {
  box.left = Math.min(box.left, x - radius);
  box.top = Math.min(box.top, y - radius);
  box.right = Math.max(box.right, x + radius);
  box.bottom = Math.max(box.bottom, y + radius);
}
