/** Where the axes of a picture begin, and how large it is. */
interface Extent {
  width: number;
  height: number;
  left: number;
  top: number;
}

function extentOf(svg: string): Extent {
  const [, width, height] = /<svg [^>]*?width="([\d.]+)" height="([\d.]+)"/.exec(svg)!.map(Number);
  const [, left, top] = /<g [^>]*?transform="translate\(([-\d.]+),([-\d.]+)\)"/.exec(svg)!.map(Number);
  return { width, height, left, top };
}

/** Gives pictures of one figure, whose labels may be of different widths, one size, with the axes in one place. */
export function alignedSvgs(svgs: readonly string[]): string[] {
  const extents = svgs.map(extentOf);
  const most = (of: (extent: Extent) => number) => Math.max(...extents.map(of));
  const [left, top] = [most((one) => one.left), most((one) => one.top)];
  const width = left + most((one) => one.width - one.left);
  const height = top + most((one) => one.height - one.top);
  return svgs.map((svg, k) => {
    const background = /<rect [^>]*?fill="([^"]+)"/.exec(svg)?.[1] ?? "none";
    const [x, y] = [left - extents[k].left, top - extents[k].top];
    const inner = svg.replace("<svg ", `<svg x="${x}" y="${y}" `);
    return (
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
      `<rect width="${width}" height="${height}" fill="${background}"/>${inner}</svg>`
    );
  });
}
