import type { Contents } from "@jupyterlab/services";
import type { FileChanges } from "./worker/messages";

/** Where the workers see the drive. */
const mountPoint = "/drive";
/** Files that cells can import. */
const importable = /\.([cm]?[jt]sx?|json)$/;
/** How many files are looked at, at most. */
const most = 1000;

/** The path of a file or folder of the drive, as the workers name it. */
export const mounted = (path: string): string => `${mountPoint}/${path}`.replace(/\/+$/, "");

/** Whether code may import a file that lies beside the notebook. */
export const importsFiles = (code: string): boolean => /["'`]\.{1,2}\//.test(code);

/** Copies of the importable files of JupyterLite's drive, kept up to date. */
export class Drive {
  private reading?: Promise<void>;

  /**
   * @param contents - The drive.
   * @param change - Takes files that are new, have changed or are gone.
   */
  constructor(
    private readonly contents: Contents.IManager,
    private readonly change: (changes: FileChanges) => void,
  ) {}

  /** Reads all files, when first called. */
  read(): Promise<void> {
    return (this.reading ??= this.readAll());
  }

  /** No longer keeps up. */
  dispose(): void {
    this.contents.fileChanged.disconnect(this.changed, this);
  }

  private async readAll(): Promise<void> {
    this.contents.fileChanged.connect(this.changed, this);
    const folders = [""];
    let count = 0;
    for (let folder = folders.shift(); folder !== undefined; folder = folders.shift()) {
      const { content } = await this.contents.get(folder, { type: "directory" });
      const entries = content as Contents.IModel[];
      folders.push(...entries.filter(({ type }) => type === "directory").map(({ path }) => path));
      const files = entries.filter(({ name, type }) => type !== "directory" && importable.test(name));
      count += files.length;
      if (count > most) return;
      await Promise.all(files.map(({ path }) => this.take(path)));
    }
  }

  private async take(path: string): Promise<void> {
    const { content } = await this.contents.get(path, { type: "file", format: "text" });
    this.change({ [mounted(path)]: typeof content === "string" ? content : JSON.stringify(content) });
  }

  private changed(_: Contents.IManager, { oldValue, newValue }: Contents.IChangedArgs): void {
    if (oldValue?.path) this.change({ [mounted(oldValue.path)]: null });
    if (newValue?.path && importable.test(newValue.path)) void this.take(newValue.path);
  }
}
