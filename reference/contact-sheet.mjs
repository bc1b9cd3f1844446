// Draws every pair of reference/plt-pairs and writes pages of pictures: ours in the light, matplotlib's, ours in the dark.
//
//   python reference/plt.py --pictures reference/.cache/matplotlib      once, for matplotlib's
//   node reference/contact-sheet.mjs [word …]                          only pairs whose name or file holds a word
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadLibrary, readPairs, runScript } from "./pairs.mjs";

const cache = fileURLToPath(new URL(".cache", import.meta.url));
const words = process.argv.slice(2);
const { plt, np, openFigures, closeFigure, specOf, pngOf, rasterize } = loadLibrary();
const dark = { ink: "#e0e0e0", paper: "#111111" };

const inDark = (spec) => ({
  ...spec,
  params: spec.params.map((param) => (param.name in dark ? { ...param, value: dark[param.name] } : param)),
});

const sizeOf = (base64) => {
  const header = Buffer.from(base64.slice(0, 64), "base64");
  return [header.readUInt32BE(16), header.readUInt32BE(20)];
};

/** Rows of three pictures, and what went wrong where one is missing. */
const rows = [];
const chosen = readPairs().filter(
  ({ file, name }) => words.length === 0 || words.some((word) => name.includes(word) || file.includes(word)),
);
for (const { name, ts } of chosen) {
  let failure = "";
  plt.rcdefaults?.();
  try {
    runScript(ts, { plt, np });
  } catch (error) {
    failure = error.message;
  }
  const figures = [...openFigures];
  figures.forEach(closeFigure);
  const pictures = figures.map((figure) => {
    try {
      const spec = specOf(figure, { interactive: false });
      return [pngOf(spec), pngOf(inDark(spec))];
    } catch (error) {
      failure = error.message;
      return [undefined, undefined];
    }
  });
  const slug = name.replace(/[^\p{L}\p{N}_]+/gu, "-");
  for (let i = 0; i < Math.max(1, pictures.length); i++) {
    const theirs = join(cache, "matplotlib", `${slug}-${i}.png`);
    rows.push({
      name: pictures.length > 1 ? `${name} (${i + 1})` : name,
      failure,
      pictures: [
        pictures[i]?.[0],
        existsSync(theirs) ? readFileSync(theirs).toString("base64") : undefined,
        pictures[i]?.[1],
      ],
    });
  }
  if (failure) console.error(`${name}: ${failure}`);
}

const [cell, title] = [400, 22];
const perPage = 6;
const escaped = (text) => text.replace(/[&<>]/g, (c) => `&#${c.charCodeAt(0)};`);
const folder = join(cache, "contact-sheet");
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (let page = 0; page * perPage < rows.length; page++) {
  let y = 0;
  const parts = rows.slice(page * perPage, (page + 1) * perPage).map(({ name, failure, pictures }) => {
    const head = `<text x="8" y="${y + 17}" font-family="DejaVu Sans" font-size="14" font-weight="bold">${escaped(name)}</text>
      <text x="${cell}" y="${y + 17}" font-family="DejaVu Sans" font-size="12" fill="#c00">${escaped(failure)}</text>`;
    const scales = pictures.map((picture) =>
      picture ? Math.min(1, cell / Math.max(...sizeOf(picture))) : 0,
    );
    const images = pictures.map((picture, column) => {
      if (!picture) return "";
      const [width, height] = sizeOf(picture).map((side) => side * scales[column]);
      return `<image x="${column * cell}" y="${y + title}" width="${width}" height="${height}" href="data:image/png;base64,${picture}"/>`;
    });
    const heights = pictures.map((picture, column) => (picture ? sizeOf(picture)[1] * scales[column] : 20));
    y += title + Math.max(...heights) + 10;
    return head + images.join("");
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${3 * cell}" height="${y}"><rect width="100%" height="100%" fill="#f4f4f4"/>${parts.join("")}</svg>`;
  writeFileSync(join(folder, `page-${String(page + 1).padStart(2, "0")}.png`), rasterize(svg));
}
console.log(`${rows.length} figures on ${Math.ceil(rows.length / perPage)} pages in ${folder}`);
