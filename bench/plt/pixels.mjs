// Draws a line of a million points thinned and whole, and prints which share of the pixels differs by more than a
// sixteenth of the scale of colours: node pixels.mjs
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const library = fileURLToPath(new URL("../../packages/kernel-lib/", import.meta.url));
const require = createRequire(`${library}package.json`);
const { plt } = require(`${library}dist/index.js`);
const { Resvg } = require("@resvg/resvg-js");

let seed = 7;
const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
const x = Float64Array.from({ length: 1e6 }, (_, i) => i / 1e5);
const y = x.map((v) => Math.sin(v) + 0.1 * (random() + random() - 1));

function pixels() {
  const figure = plt.figure();
  plt.plot(x, y);
  const png = figure[Symbol.for("Jupyter.display")]()["image/png"];
  plt.close(figure);
  const bytes = Buffer.from(png, "base64");
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const image = `<image width="${width}" height="${height}" href="data:image/png;base64,${png}"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${image}</svg>`;
  return Uint8Array.from(new Resvg(svg).render().pixels);
}

const thinned = pixels();
plt.rcParams["path.simplify"] = false;
const whole = pixels();
if (whole.length !== thinned.length) throw new Error("the two pictures differ in size");
let differing = 0;
for (let at = 0; at < whole.length; at += 4) {
  if ([0, 1, 2].some((part) => Math.abs(whole[at + part] - thinned[at + part]) > 16)) differing++;
}
console.log(JSON.stringify({ share: differing / (whole.length / 4) }));
