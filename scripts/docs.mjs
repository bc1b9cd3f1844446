// Builds the pages of docs/api, and the pictures in docs/pictures, from the code: `npm run docs`, or
// `npm run docs -- np plt`. With --check it writes nothing and tells which pages are stale.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { notice } from "./docs/markdown.mjs";
import { keepPictures } from "./docs/pictures.mjs";
import { fail, root } from "./environment.mjs";
import { setUpTests } from "./setup.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { check: { type: "boolean" } },
});

// Pages read what has been built.
setUpTests();
const { builders, pages } = await import("./docs/pages.mjs");
const unknown = positionals.filter((name) => !(name in builders));
if (unknown.length > 0)
  fail(`no page named ${unknown.join(", ")}; there are ${Object.keys(builders).join(", ")}`);
const wanted = positionals.length > 0 ? positionals : Object.keys(values.check ? pages : builders);

if (!values.check) keepPictures();
let stale = 0;
for (const name of wanted) {
  const parts = await builders[name]();
  if (!parts) continue;
  const file = join(root, "docs/api", `${name}.md`);
  const text = `${[notice, ...parts].join("\n\n")}\n`;
  if (!values.check) writeFileSync(file, text);
  else if (readFileSync(file, "utf8") !== text) {
    stale += 1;
    console.log(`docs/api/${name}.md is stale: run npm run docs`);
  }
}
if (values.check) {
  console.log(`${wanted.length - stale} passed, ${stale} failed`);
  process.exitCode = stale > 0 ? 1 : 0;
}
