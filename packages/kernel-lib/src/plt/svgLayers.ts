/** What is within every picture, whatever moves it, and cannot be seen. */
const everywhere = '<rect x="-1e5" y="-1e5" width="2e5" height="2e5" fill="white" opacity="0"/>';

const clipped = /<g\b[^<>]* clip-path="[^<>]*[^/]>/g;
const translucent = /<(\w+)\b([^<>]*?) opacity="(?!1")([^"<>]*)"([^<>]*?)(\/?)>/g;

/**
 * Changes an SVG document such that none of its layers can lie wholly outside the picture: resvg, which makes a layer of
 * what is clipped or translucent, would take the process down. A shape's opacity becomes that of its fill and its
 * stroke, as on a canvas; every other layer gets an invisible rectangle.
 *
 * @param svg - A document as Vega writes it.
 */
export function withLayersInside(svg: string): string {
  return svg
    .replace(translucent, (_, tag: string, before: string, opacity: string, after: string, end: string) => {
      if (tag === "g") return `<g${before} opacity="${opacity}"${after}${end}>${end ? "" : everywhere}`;
      const image = `<${tag}${before}${after}${end}>`;
      if (tag === "image") return `<g opacity="${opacity}">${everywhere}${image}</g>`;
      return `<${tag}${faded(before + after, Number(opacity))}${end}>`;
    })
    .replace(clipped, (group) => group + everywhere);
}

/** The attributes of a shape with the opacity of its fill and its stroke lessened. */
function faded(attributes: string, opacity: number): string {
  return ["fill-opacity", "stroke-opacity"].reduce((text, name) => {
    const own = new RegExp(` ${name}="([^"]*)"`);
    const before = own.exec(text)?.[1] ?? "1";
    return `${text.replace(own, "")} ${name}="${Number(before) * opacity}"`;
  }, attributes);
}
