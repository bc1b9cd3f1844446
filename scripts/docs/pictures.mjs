// What a piece of plotting code shows, as picture files under docs/pictures.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../environment.mjs";
import { pictureFile } from "./pictureFile.mjs";

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
export async function picturesOf(namespace, name, draw) {
  shown.length = 0;
  await draw();
  return shown
    .filter((bundle) => bundle["image/png"])
    .map((bundle, i) => {
      const file = pictureFile(namespace, name, i);
      if (keeping) writeFileSync(join(folder, file), Buffer.from(bundle["image/png"], "base64"));
      return `<img src="../pictures/${file}" alt="${namespace}-${name}" width="480">`;
    });
}
