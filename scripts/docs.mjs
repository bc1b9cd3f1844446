// Builds the pages and pictures in docs/ that follow from the code: `npm run docs`, or `npm run docs -- np gallery`.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { activations } from "./docs/activations.mjs";
import { gallery } from "./docs/gallery.mjs";
import { kernel } from "./docs/kernel.mjs";
import { notice } from "./docs/markdown.mjs";
import { jax, nn, np } from "./docs/reference.mjs";
import { fail, root } from "./environment.mjs";
import { setUpTests } from "./setup.mjs";

/** Drives a browser, whose tools are installed by the set-up only. */
const extension = async () => (await import("./docs/extension.mjs")).extension();
const lesson = async () => (await import("./docs/lesson.mjs")).lesson();

const pages = { activations, nn, np, jax, gallery, kernel, extension, lesson };
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in pages));
if (unknown.length > 0)
  fail(`no page named ${unknown.join(", ")}; there are ${Object.keys(pages).join(", ")}`);

setUpTests();
for (const [name, build] of Object.entries(pages)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const parts = await build();
  if (parts) writeFileSync(join(root, "docs", `${name}.md`), `${[notice, ...parts].join("\n\n")}\n`);
  console.log(`docs: ${name}`);
}
