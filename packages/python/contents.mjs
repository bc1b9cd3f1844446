// What of each package runs in a kernel. A package that is not named here is taken whole, with all it needs.
import { cpSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join, sep } from "node:path";

/** Files that no kernel reads. */
const idle = /\.map$|\.tsbuildinfo$|\.md$|(^|\/)(test|tests|\.github)\//i;

/** Taken from every package. */
const always = /^(package\.json|licen[cs]e[^/]*|notice[^/]*)$/i;

/**
 * Packages of which a part is enough: the files, and the packages those files need. Of Vega and Vega-Lite one file each is
 * evaluated, found by the place of the package's entry; ZeroMQ's loader is a single file of a package for building.
 */
const parts = {
  tslinen: { files: /^dist\/.*\.(js|d\.ts)$/ },
  typescript: { files: /^lib\/(typescript\.js|lib\..*\.d\.ts|lib\.d\.ts|typescript\.d\.ts)$/ },
  vega: { files: /^build\/vega\.(min|module)\.js$/, needs: {} },
  "vega-lite": { files: /^build\/(vega-lite\.min|index)\.js$/, needs: {} },
  "dejavu-fonts-ttf": { files: /^ttf\/DejaVuSans(-Bold|-Oblique|-BoldOblique)?\.ttf$/, needs: {} },
  zeromq: { files: /^lib\/.*\.js$/, needs: { "cmake-ts": "" }, special: copyAddon },
  "cmake-ts": { files: /^build\/loader\.js$/, needs: {} },
};

/** The packages that the files taken of a package need, or undefined for those that its manifest names. */
export const needs = (name) => parts[name]?.needs;

/** Copies what a kernel needs of a package to its place below node_modules. */
export function copyContents({ name, place, folder }, modules, target) {
  const to = join(modules, ...place.split("/"));
  const { files, special } = parts[name] ?? {};
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .split(sep)
        .join("/"),
    )
    .filter((path) => !path.startsWith("node_modules/"));
  const published = name === "@tslinen/kernel" ? paths.filter((path) => shipsWith(folder, path)) : paths;
  const taken = published.filter(
    (path) => always.test(path) || (files ? files.test(path) : !idle.test(path)),
  );
  if (files && !taken.some((path) => files.test(path))) throw new Error(`${name}: no file matches ${files}`);
  for (const path of taken) cpSync(join(folder, path), join(to, path));
  special?.(folder, to, target);
}

/** Whether a file of this project's own package is published with it. */
function shipsWith(folder, path) {
  const { files } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return path === "package.json" || files.some((one) => path.startsWith(`${one}/`));
}

/** ZeroMQ's addon for a platform: the one that its loader tries first, of the newest Node.js. */
function copyAddon(folder, to, { os, cpu, libc }) {
  const manifest = JSON.parse(readFileSync(join(folder, "build/manifest.json"), "utf8"));
  const wanted = libc ?? { darwin: "libc", win32: "msvc" }[os];
  const [first] = Object.entries(manifest)
    .map(([key, path]) => ({ key, path, config: JSON.parse(key) }))
    .filter(({ config }) => config.os === os && config.arch === cpu && config.libc === wanted)
    .sort((a, b) => b.config.abi - a.config.abi);
  if (!first) throw new Error(`zeromq: no addon for ${os} ${cpu} ${wanted}`);
  const path = first.path.replaceAll("\\", "/");
  cpSync(join(folder, "build", path), join(to, "build", path));
  writeFileSync(join(to, "build/manifest.json"), JSON.stringify({ [first.key]: first.path }));
}
