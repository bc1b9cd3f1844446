import type { Contents } from "@jupyterlab/services";
import type { FileChanges, FileContent } from "./worker/messages";

/** Where the workers see the drive. */
const mountPoint = "/drive";
/** How many files cells see, at most. */
const most = 5000;

/** The path of a file or folder of the drive, as the workers name it. */
export const mounted = (path: string): string => `${mountPoint}/${path}`.replace(/\/+$/, "");

/** What is needed of JupyterLite's contents. */
export type DriveContents = Pick<
  Contents.IManager,
  "get" | "save" | "delete" | "getDownloadUrl" | "fileChanged"
>;

/** The files of JupyterLite's drive as cells see them: where each can be fetched, kept up to date. */
export class Drive {
  private reading?: Promise<void>;
  private readonly addresses = new Map<string, string>();
  /** The end of what is being written. */
  private written: Promise<void> = Promise.resolve();
  private writing = "";
  /** The end of what is being told of files that have changed. */
  private told: Promise<unknown> = Promise.resolve();

  /**
   * @param contents - The drive.
   * @param change - Takes files that are new, have changed or are gone.
   * @param failed - Called with a reason when a file that a cell has written could not be kept.
   */
  constructor(
    private readonly contents: DriveContents,
    private readonly change: (changes: FileChanges) => void,
    private readonly failed: (reason: string) => void,
  ) {}

  /** Reads which files there are, when first called; ends once the workers know of all changes so far. */
  async read(): Promise<void> {
    await (this.reading ??= this.readAll());
    await this.told;
  }

  /** Reads them again when next asked: for workers that have just been started. */
  again(): void {
    if (!this.reading) return;
    this.contents.fileChanged.disconnect(this.changed, this);
    this.reading = undefined;
    this.read().catch(() => undefined);
  }

  /** Writes what cells have written, one file after the other. */
  write(changes: FileChanges): void {
    for (const [path, content] of Object.entries(changes)) {
      this.written = this.written
        .then(() => this.writeOne(path.slice(mountPoint.length + 1), content))
        .catch((error: Error) => this.failed(`${path} could not be written to the drive: ${error.message}`));
    }
  }

  /** No longer keeps up. */
  dispose(): void {
    this.contents.fileChanged.disconnect(this.changed, this);
    for (const path of [...this.addresses.keys()]) this.forget(path);
  }

  private async readAll(): Promise<void> {
    this.contents.fileChanged.connect(this.changed, this);
    await this.written;
    const folders = [""];
    let count = 0;
    for (let folder = folders.shift(); folder !== undefined; folder = folders.shift()) {
      const { content } = await this.contents.get(folder, { type: "directory", content: true });
      const entries = content as Contents.IModel[];
      const below = entries.filter(({ type }) => type === "directory").map(({ path }) => path);
      folders.push(...below);
      for (const path of below) this.change({ [`${mounted(path)}/`]: "" });
      const files = entries.filter(({ type }) => type !== "directory" && type !== "notebook");
      count += files.length;
      if (count > most) return;
      await Promise.all(files.map(({ path }) => this.take(path)));
    }
  }

  /** Tells where a file can be fetched. */
  private async take(path: string): Promise<void> {
    const address = await this.contents.getDownloadUrl(path);
    this.forget(path);
    this.addresses.set(path, address);
    this.change({ [mounted(path)]: { address: new URL(address, location.href).href } });
  }

  private forget(path: string): void {
    const address = this.addresses.get(path);
    this.addresses.delete(path);
    if (address?.startsWith("blob:")) URL.revokeObjectURL(address);
  }

  private async writeOne(path: string, content: FileContent | null): Promise<void> {
    this.writing = path;
    try {
      if (content === null) await this.contents.delete(path);
      else if (path.endsWith("/")) {
        await this.contents.save(path.slice(0, -1), { type: "directory", format: "json", content: [] });
      } else await this.contents.save(path, { type: "file", ...encoded(content as Uint8Array) });
    } finally {
      this.writing = "";
    }
  }

  private changed(_: unknown, { oldValue, newValue }: Contents.IChangedArgs): void {
    if (oldValue?.path) {
      this.forget(oldValue.path);
      this.change({ [mounted(oldValue.path)]: null });
    }
    if (newValue?.path && newValue.type === "directory") this.change({ [`${mounted(newValue.path)}/`]: "" });
    // What a cell has written, the workers know already.
    else if (newValue?.path && newValue.type !== "notebook" && newValue.path !== this.writing) {
      this.told = Promise.allSettled([this.told, this.take(newValue.path)]);
    }
  }
}

/** A file's content as JupyterLite keeps it: a text, or bytes in base64. */
function encoded(bytes: Uint8Array): { format: "text" | "base64"; content: string } {
  try {
    return {
      format: "text",
      content: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes),
    };
  } catch {
    const parts: string[] = [];
    for (let at = 0; at < bytes.length; at += 0x8000) {
      parts.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)));
    }
    return { format: "base64", content: btoa(parts.join("")) };
  }
}
