// Writes packages/kernel-lib/src/plt/textWidths.ts: advance widths and kerning pairs of DejaVu Sans, read from
// the fonts of the npm package dejavu-fonts-ttf. Run: node reference/text-widths.mjs
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
const fonts = join(dirname(require.resolve("dejavu-fonts-ttf/package.json")), "ttf");

/** Ranges of code points that labels are written with: Latin, Greek, Cyrillic, punctuation, mathematics, symbols. */
const ranges = [
  [0x20, 0x7e],
  [0xa0, 0x24f],
  [0x2b0, 0x2ff],
  [0x370, 0x3ff],
  [0x400, 0x45f],
  [0x1d2c, 0x1dbf],
  [0x1e00, 0x1eff],
  [0x2000, 0x209f],
  [0x20a0, 0x20b5],
  [0x2100, 0x22ff],
  [0x2300, 0x23ff],
  [0x2500, 0x26ff],
  [0x27c0, 0x27ff],
  [0x2a00, 0x2aff],
];
/** Kerning is stored for pairs of printable characters of ASCII and for western European letters. */
const kerned = Array.from({ length: 0x100 - 0x21 }, (_, i) => 0x21 + i).filter((c) => c < 0x7f || c >= 0xc0);
/** Ligatures: where one glyph stands for two characters, the difference in width counts as kerning. */
const ligatures = { ff: 0xfb00, fi: 0xfb01, fl: 0xfb02 };

function tables(font) {
  const found = {};
  for (let i = 0; i < font.readUInt16BE(4); i++) {
    const at = 12 + 16 * i;
    found[font.toString("latin1", at, at + 4)] = font.readUInt32BE(at + 8);
  }
  return found;
}

/** Reads the format 4 subtable of cmap: code point → glyph. */
function glyphOf(font, cmap) {
  let sub;
  for (let i = 0; i < font.readUInt16BE(cmap + 2); i++) {
    const offset = cmap + font.readUInt32BE(cmap + 4 + 8 * i + 4);
    if (font.readUInt16BE(offset) === 4) sub = offset;
  }
  const segments = font.readUInt16BE(sub + 6) / 2;
  const ends = sub + 14;
  const starts = ends + 2 * segments + 2;
  const deltas = starts + 2 * segments;
  const offsets = deltas + 2 * segments;
  return (code) => {
    for (let i = 0; i < segments; i++) {
      if (code > font.readUInt16BE(ends + 2 * i)) continue;
      const start = font.readUInt16BE(starts + 2 * i);
      if (code < start) return 0;
      const delta = font.readUInt16BE(deltas + 2 * i);
      const offset = font.readUInt16BE(offsets + 2 * i);
      if (offset === 0) return (code + delta) & 0xffff;
      const glyph = font.readUInt16BE(offsets + 2 * i + offset + 2 * (code - start));
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
}

/** Reads the format 0 subtable of kern: a pair of glyphs → adjustment in font units. */
function kernOf(font, kern) {
  const pairs = new Map();
  if (kern === undefined) return pairs;
  const count = font.readUInt16BE(kern + 4 + 6);
  for (let i = 0; i < count; i++) {
    const at = kern + 4 + 14 + 6 * i;
    pairs.set(font.readUInt32BE(at), font.readInt16BE(at + 4));
  }
  return pairs;
}

function measure(file) {
  const font = readFileSync(join(fonts, file));
  const table = tables(font);
  const glyph = glyphOf(font, table.cmap);
  const metrics = font.readUInt16BE(table.hhea + 34);
  const advance = (g) => font.readUInt16BE(table.hmtx + 4 * Math.min(g, metrics - 1));
  const pairs = kernOf(font, table.kern);
  const widths = ranges.map(([first, last]) => {
    const runs = [];
    for (let code = first; code <= last; code++) {
      const width = advance(glyph(code)).toString(36);
      const run = runs.at(-1);
      if (run && run.width === width) run.times++;
      else runs.push({ width, times: 1 });
    }
    const text = runs.map(({ width, times }) => (times > 1 ? `${width}*${times.toString(36)}` : width));
    return [first, text.join(" ")];
  });
  const kerns = {};
  for (const left of kerned) {
    for (const right of kerned) {
      const pair = String.fromCharCode(left, right);
      const kern = ligatures[pair]
        ? advance(glyph(ligatures[pair])) - advance(glyph(left)) - advance(glyph(right))
        : pairs.get(glyph(left) * 65536 + glyph(right));
      if (kern) (kerns[kern] ??= []).push(pair);
    }
  }
  return { widths, kerns };
}

const print = ({ widths, kerns }) => `{
  widths: [
${widths.map(([first, text]) => `    [0x${first.toString(16)}, ${JSON.stringify(text)}],`).join("\n")}
  ],
  kerns: [
${Object.entries(kerns)
  .map(([kern, pairs]) => `    [${kern}, ${JSON.stringify(pairs.join(""))}],`)
  .join("\n")}
  ],
}`;

writeFileSync(
  fileURLToPath(new URL("../packages/kernel-lib/src/plt/textWidths.ts", import.meta.url)),
  `/**
 * Advance widths and kerning of one font, in units of 1/2048 of its size. Written by reference/text-widths.mjs.
 */
export interface FontWidths {
  /** First code point of a range, and the widths from there on in base 36; \`w*n\` stands for n equal widths. */
  readonly widths: readonly (readonly [number, string])[];
  /** Adjustments, and the pairs of characters they apply to, one after the other. */
  readonly kerns: readonly (readonly [number, string])[];
}

export const dejaVuSans: FontWidths = ${print(measure("DejaVuSans.ttf"))};

export const dejaVuSansBold: FontWidths = ${print(measure("DejaVuSans-Bold.ttf"))};
`,
);
