// Makes a release: `npm run release -- minor` (patch, major, a version; nothing: the version there is).
// Writes the version, packs tarballs, wheels and the site into dist/, and tries them in empty folders. With --publish, commits,
// tags and publishes; without, or when something fails, the version is as before and the commands are only shown.
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { fail, findPython, root, run, windows } from "./environment.mjs";
import { buildKernelWheels } from "./artifacts.mjs";
import { packAll, tryInstalled } from "./installs.mjs";
import { tryWheels } from "./pythons.mjs";
import { setUp } from "./setup.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { publish: { type: "boolean", default: false } },
});
const [wanted, ...more] = positionals;
if (more.length > 0) fail(`expected one version, got ${positionals.join(" ")}`);

const current = () => JSON.parse(readFileSync(join(root, "lerna.json"), "utf8")).version;
const git = (...args) => execFileSync("git", args, { cwd: root, encoding: "utf8" }).trim();

/** Writes a version into every package and the changelog. */
function writeVersion(version) {
  if (git("status", "--porcelain"))
    fail("a release is made of what is committed: commit or remove your changes");
  const flags = ["--no-git-tag-version", "--no-push", "--exact", "--force-publish", "--yes"];
  run(process.execPath, [join(root, "node_modules/lerna/dist/cli.js"), "version", version, ...flags]);
  const changelog = join(root, "CHANGELOG.md");
  const text = readFileSync(changelog, "utf8");
  const date = new Date().toISOString().slice(0, 10);
  writeFileSync(changelog, text.replace(/^## Unreleased$/m, `## ${current()}, ${date}`));
  const written = git("diff", "--name-only").split("\n");
  process.on("exit", () => git("checkout", "HEAD", "--", ...written));
}

if (wanted) writeVersion(wanted);
const dist = join(root, "dist");
rmSync(dist, { recursive: true, force: true });
setUp();
const artifacts = packAll(dist);
tryInstalled(artifacts);
const kernelWheels = buildKernelWheels(dist);
tryWheels(findPython(), [artifacts.wheel, kernelWheels[0]]);
run(process.execPath, [join(root, "scripts/site.mjs"), "--out", join(dist, "site")]);

const version = current();
const commands = [
  ...(wanted ? [["git", "commit", "--all", "--message", `Release ${version}`]] : []),
  ["git", "tag", `v${version}`],
  ["git", "push", "origin", "HEAD", `v${version}`],
  ...[...artifacts.tarballs, artifacts.lite.tarball].map((path) => [
    "npm",
    "publish",
    relative(root, path),
    "--access",
    "public",
  ]),
  [
    "twine",
    "upload",
    ...[artifacts.wheel, artifacts.lite.wheel, ...kernelWheels].map((path) => relative(root, path)),
  ],
];
console.log(values.publish ? "" : `\nWith --publish, these follow:\n`);
for (const [command, ...args] of commands) {
  console.log(["$", command, ...args.map((arg) => (arg.includes(" ") ? `"${arg}"` : arg))].join(" "));
  if (values.publish) run(command, args, { shell: windows && command !== "git" });
}
