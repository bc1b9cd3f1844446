// Finds links of the site's pages that lead nowhere: to files, anchors, or lessons that are not there. JupyterLite's
// own pages are no concern of ours, and addresses elsewhere are not asked for.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";

/** All links of a page: what it names as href or src. */
const linksOf = (html) =>
  [...html.matchAll(/\s(?:href|src)="([^"]*)"/g)].map(([, link]) => link.replaceAll("&amp;", "&"));

const anchorsOf = (html) => new Set([...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id));

/** The pages of a folder, those of JupyterLite left out. */
const pagesOf = (folder) =>
  readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(".html") && !/^lite[\\/]/.test(name))
    .map((name) => join(folder, name));

/** What is wrong with a link; undefined if nothing is. */
function problemOf(link, page, folder, anchorsAt) {
  if (/^[a-z][a-z+.-]*:/i.test(link)) return undefined;
  const [, path = "", query = "", anchor = ""] = /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/.exec(link) ?? [];
  if (link.startsWith("/")) return "begins at the host's root";
  const target = path === "" ? page : join(dirname(page), decodeURIComponent(path));
  const file = existsSync(target) && statSync(target).isDirectory() ? join(target, "index.html") : target;
  if (relative(folder, file).startsWith("..") || !existsSync(file)) return "leads to no file";
  const lesson = /(?:^|&)path=([^&]*)/.exec(query)?.[1];
  if (lesson && !existsSync(join(folder, "lite/files", lesson))) return "leads to no lesson";
  const isPage = file.endsWith(".html") && !relative(folder, file).startsWith("lite");
  return anchor && isPage && !anchorsAt(file).has(decodeURIComponent(anchor))
    ? "leads to no anchor"
    : undefined;
}

/**
 * Looks at all links of a folder's pages.
 *
 * @param folder the folder
 * @returns how many links there are, and a line for each dead one
 */
export function checkLinks(folder) {
  const anchors = new Map();
  const anchorsAt = (file) => {
    if (!anchors.has(file)) anchors.set(file, anchorsOf(readFileSync(file, "utf8")));
    return anchors.get(file);
  };
  let count = 0;
  const dead = [];
  for (const page of pagesOf(folder)) {
    for (const link of linksOf(readFileSync(page, "utf8"))) {
      count += 1;
      const problem = problemOf(link, page, folder, anchorsAt);
      if (problem) dead.push(`${relative(folder, page)}: ${link} ${problem}`);
    }
  }
  return { count, dead };
}
