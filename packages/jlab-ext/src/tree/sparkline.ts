import type { Histogram } from "tslinen/dist/payloads.mjs";

const svg = "http://www.w3.org/2000/svg";
const size = { width: 72, height: 16 };

/** A histogram as small as a word. */
export function sparkline({ counts }: Histogram, name: string): SVGElement {
  const node = document.createElementNS(svg, "svg");
  node.setAttribute("class", "tsl-Tree-sparkline");
  node.setAttribute("viewBox", `0 0 ${size.width} ${size.height}`);
  node.setAttribute("role", "img");
  node.setAttribute("aria-label", name);
  const most = Math.max(...counts, 1);
  const wide = size.width / counts.length;
  const path = document.createElementNS(svg, "path");
  const steps = counts.map((count, i) => {
    // What is there at all is to be seen.
    const height = count === 0 ? 0 : Math.max(0.75, (count / most) * size.height);
    return `${i === 0 ? "M" : "L"}${i * wide},${size.height - height}h${wide}`;
  });
  path.setAttribute("d", `M0,${size.height}${steps.join("").replace(/^M/, "L")}V${size.height}Z`);
  node.append(path);
  return node;
}
