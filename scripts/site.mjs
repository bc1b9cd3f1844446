// Builds the site, one folder of static files that works under any path: `npm run site`, or
// `npm run site -- --out <folder>`. With --links it only looks for dead links in the folder there is; with --try it
// then reads the site in a browser.
import { copyFileSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { fail, npm, root, run } from "./environment.mjs";
import { installPackages } from "./setup.mjs";
import { checkLinks } from "./site/links.mjs";

const { values } = parseArgs({
  options: { out: { type: "string", default: "site" }, links: { type: "boolean" }, try: { type: "boolean" } },
});
const out = resolve(root, values.out);

if (!values.links) {
  installPackages("npm packages", root);
  npm("run", "--silent", "build");
  const { buildLessons } = await import("./site/lessons.mjs");
  const { writeDocumentation } = await import("./site/documentation.mjs");
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  copyFileSync(join(root, "scripts/site/index.html"), join(out, "index.html"));
  copyFileSync(join(root, "packages/kernel/kernelspec/logo-svg.svg"), join(out, "logo.svg"));
  buildLessons(join(out, "lite"));
  await writeDocumentation(join(out, "docs"));
  const { buildLive } = await import("./site/live.mjs");
  await buildLive(out);
  const { makeOffline } = await import("./site/offline.mjs");
  makeOffline(out);
}
const { count, dead } = checkLinks(out);
if (dead.length > 0) fail(`dead links:\n${dead.join("\n")}`);
console.log(`tslinen: the site is in ${out}; all of its ${count} links lead somewhere`);
if (values.try) {
  installPackages("browser test tools", join(root, "ui-tests"));
  const tests = readdirSync(join(root, "ui-tests/site")).map((name) => join("ui-tests/site", name));
  run(process.execPath, ["--test", "--test-concurrency=1", "--test-timeout=600000", ...tests], {
    env: { ...process.env, SITE: out },
  });
}
