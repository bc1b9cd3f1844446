import { folderOf } from "@tslinen/kernel/dist/paths";
import type { Files } from "@tslinen/kernel/dist/platform";
import { fetchNow } from "./fetchNow";
import type { FileChanges, FileContent } from "./messages";

/** Files in memory: what the kernel brings, and those of JupyterLite's drive. */
export class MemoryFiles implements Files {
  private readonly contents = new Map<string, FileContent>();
  private readonly stamps = new Map<string, string>();
  private readonly inside = new Map<string, Set<string>>([["/", new Set()]]);
  private changes = 0;

  /** Writes files, or removes those that hold null. */
  change(files: FileChanges): void {
    for (const [path, content] of Object.entries(files)) {
      if (path.endsWith("/")) this.addFolder(path.slice(0, -1));
      else if (content === null) this.contents.delete(path);
      else if (this.contents.get(path) !== content) {
        this.contents.set(path, content);
        this.stamps.set(path, String(++this.changes));
        this.addFolder(folderOf(path));
      }
    }
  }

  /** Makes a folder, and those around it. */
  addFolder(path: string): void {
    if (this.inside.has(path)) return;
    this.inside.set(path, new Set());
    const parent = folderOf(path);
    this.addFolder(parent);
    this.inside.get(parent)?.add(path.slice(parent === "/" ? 1 : parent.length + 1));
  }

  exists(path: string): boolean {
    return this.contents.has(path);
  }

  read(path: string): string | undefined {
    const content = this.known(path);
    return content instanceof Uint8Array ? new TextDecoder().decode(content) : content;
  }

  /** What a file holds, or undefined if there is no such file. */
  bytes(path: string): Uint8Array | undefined {
    const content = this.known(path);
    return typeof content === "string" ? new TextEncoder().encode(content) : content;
  }

  stamp(path: string): string {
    return this.contents.has(path) ? (this.stamps.get(path) ?? "") : "";
  }

  isFolder(path: string): boolean {
    return this.inside.has(path.length > 1 ? path.replace(/\/$/, "") : path);
  }

  folders(path: string): string[] {
    return [...(this.inside.get(path) ?? [])];
  }

  /** The names of what lies in a folder. */
  names(path: string): string[] {
    const start = path === "/" ? path : `${path}/`;
    const files = [...this.contents.keys()]
      .filter((one) => one.startsWith(start) && !one.includes("/", start.length))
      .map((one) => one.slice(start.length));
    return [...this.folders(path), ...files];
  }

  realpath(path: string): string {
    return path;
  }

  /** A file's content, which is fetched when it is first wanted. */
  private known(path: string): string | Uint8Array | undefined {
    const content = this.contents.get(path);
    if (content === undefined || typeof content === "string" || content instanceof Uint8Array) return content;
    const { ok, bytes } = fetchNow(content.address);
    if (!ok) throw new Error(`${path} could not be fetched from ${content.address}`);
    this.contents.set(path, bytes);
    return bytes;
  }
}
