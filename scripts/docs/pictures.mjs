// What a piece of plotting code shows, as picture files under docs/pictures.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../environment.mjs";

const folder = join(root, "docs/pictures");
const shown = [];
globalThis[Symbol.for("tslinen.host")] = { display: (bundle) => shown.push(bundle) };

let keeping = false;

/** From now on pictures are written to their files. */
export function keepPictures() {
  keeping = true;
  mkdirSync(folder, { recursive: true });
}

/** Draws, and returns the Markdown that shows each figure. */
export async function picturesOf(name, draw) {
  shown.length = 0;
  await draw();
  return shown
    .filter((bundle) => bundle["image/png"])
    .map((bundle, i) => {
      const file = `${name}${i > 0 ? `-${i}` : ""}.png`;
      if (keeping) writeFileSync(join(folder, file), Buffer.from(bundle["image/png"], "base64"));
      return `<img src="../pictures/${file}" alt="${name}" width="480">`;
    });
}
