/** Paths with "/" between their parts, on every platform. */

/** The folder of a path. */
export function folderOf(path: string): string {
  const end = path.lastIndexOf("/");
  return end > 0 ? path.slice(0, end) : "/";
}

/** A path's ending, such as ".ts"; empty if it has none. */
export function endingOf(path: string): string {
  return /[^/](\.[^./]*)$/.exec(path)?.[1] ?? "";
}

/** The path that a path relative to a folder means. */
export function resolvePath(folder: string, path: string): string {
  if (isAbsolute(path)) return path;
  const parts = folder.split("/");
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}

/** A path as seen from a folder. */
export function relativePath(folder: string, path: string): string {
  const from = folder.split("/");
  const to = path.split("/");
  let shared = 0;
  while (shared < from.length && from[shared] === to[shared]) shared++;
  return [...from.slice(shared).map(() => ".."), ...to.slice(shared)].join("/");
}

/** Whether a path starts at a root. */
export const isAbsolute = (path: string): boolean => /^([a-z]:)?\//i.test(path);
