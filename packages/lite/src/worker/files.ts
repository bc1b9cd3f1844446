import { folderOf } from "@tslinen/kernel/dist/paths";
import type { Files } from "@tslinen/kernel/dist/platform";
import type { FileChanges } from "./messages";

/** Files in memory: what the kernel brings, and copies of those in JupyterLite's drive. */
export class MemoryFiles implements Files {
  private readonly texts = new Map<string, string>();
  private readonly stamps = new Map<string, string>();
  private readonly inside = new Map<string, Set<string>>([["/", new Set()]]);
  private changes = 0;

  /** Writes files, or removes those whose text is null. */
  change(files: FileChanges): void {
    for (const [path, text] of Object.entries(files)) {
      if (text === null) this.texts.delete(path);
      else if (this.texts.get(path) !== text) {
        this.texts.set(path, text);
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
    return this.texts.has(path);
  }

  read(path: string): string | undefined {
    return this.texts.get(path);
  }

  stamp(path: string): string {
    return this.texts.has(path) ? (this.stamps.get(path) ?? "") : "";
  }

  isFolder(path: string): boolean {
    return this.inside.has(path.length > 1 ? path.replace(/\/$/, "") : path);
  }

  folders(path: string): string[] {
    return [...(this.inside.get(path) ?? [])];
  }

  realpath(path: string): string {
    return path;
  }
}
