/** The path of a file as the server calls it, whose folder may be written with ~ for the reader's home. */
export function served(file: string, root: string): string | undefined {
  const folder = `${root.replace(/^~/, "").replace(/\/$/, "")}/`;
  const at = root.startsWith("~") ? file.indexOf(folder) : file.startsWith(folder) ? 0 : -1;
  return at < 0 ? undefined : file.slice(at + folder.length);
}
