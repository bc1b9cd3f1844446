import { newIdentity } from "@tslinen/kernel/dist/protocol/identity";
import type { CellsStart, CompilerStart, FileChanges, FromPage, ToBoth, ToPage } from "./worker/messages";

// The bundler copies these files, and gives their addresses.
const addresses = {
  compiler: new URL("../dist/compiler.js", import.meta.url).href,
  cells: new URL("../dist/cells.js", import.meta.url).href,
  library: new URL("../dist/tslinen.mjs", import.meta.url).href,
  declarations: new URL("../dist/declarations.json", import.meta.url).href,
};

/** What the library draws figures with when it saves them, which is fetched then. */
const files: FileChanges = {
  "/kernel/node_modules/vega/vega.min.js": {
    address: new URL("../dist/vega.js", import.meta.url).href,
  },
  "/kernel/node_modules/vega-lite/vega-lite.min.js": {
    address: new URL("../dist/vega-lite.js", import.meta.url).href,
  },
};

/** The two workers of a kernel: one compiles, one runs cells. */
export class Workers {
  /** The page's line to the compiler. */
  readonly compilerPort: MessagePort;
  private readonly compiler = new Worker(addresses.compiler);
  private readonly cells = new Worker(addresses.cells);
  private readonly page: MessagePort;
  /** Other than 0 at its beginning while loops are to stop; there only where pages may share memory. */
  private readonly stop = crossOriginIsolated ? new Int32Array(new SharedArrayBuffer(4)) : undefined;

  /** Why a worker could not be started; undefined while all is well. */
  private failure?: string;

  /**
   * @param folder - The notebook's folder, as the workers name it.
   * @param packages - The address below which packages are found; empty if there is none.
   * @param session - The identity of the kernel's messages. Default: a new one.
   */
  constructor(
    readonly folder: string,
    packages: string,
    readonly session = newIdentity(),
  ) {
    const own = new MessageChannel();
    const ofCells = new MessageChannel();
    const ofPage = new MessageChannel();
    this.compilerPort = own.port1;
    this.page = ofPage.port1;
    for (const worker of [this.compiler, this.cells]) {
      worker.onerror = ({ message }) => {
        this.failure = message;
      };
    }
    const ports = [own.port2, ofCells.port2];
    this.compiler.postMessage(
      {
        folder,
        declarations: addresses.declarations,
        packages,
        loopStops: this.stop && "look",
        ports,
      } satisfies CompilerStart,
      ports,
    );
    this.cells.postMessage(
      {
        session,
        folder,
        library: addresses.library,
        files,
        packages,
        stop: this.stop,
        compiler: ofCells.port1,
        page: ofPage.port2,
      } satisfies CellsStart,
      [ofCells.port1, ofPage.port2],
    );
  }

  /**
   * Hears the workers from now on; what the worker of cells has told before is not lost.
   *
   * @param listener - Takes what the worker of cells tells.
   * @param failed - Called with a reason when a worker could not be started.
   */
  listen(listener: (message: ToPage) => void, failed: (reason: string) => void): void {
    for (const worker of [this.compiler, this.cells]) worker.onerror = ({ message }) => failed(message);
    this.page.onmessage = ({ data }: MessageEvent<ToPage>) => listener(data);
  }

  /** Whether they can be taken for a notebook in a folder. */
  suit(folder: string): boolean {
    return this.folder === folder && this.failure === undefined;
  }

  /** Tells the worker of cells something. */
  tell(message: FromPage): void {
    this.page.postMessage(message);
  }

  /** Asks the running cell to stop. */
  interrupt(): void {
    if (this.stop) Atomics.store(this.stop, 0, 1);
    this.tell({ kind: "interrupt" });
  }

  /** Notes that the cell has stopped. */
  forgetInterrupt(): void {
    if (this.stop) Atomics.store(this.stop, 0, 0);
  }

  /** Tells the compiler something. */
  tellCompiler(message: ToBoth): void {
    this.compiler.postMessage(message);
  }

  /** Tells both workers something. */
  tellBoth(message: ToBoth): void {
    this.tellCompiler(message);
    this.tell(message);
  }

  /** Ends both workers at once, whatever they are doing. */
  end(): void {
    this.compiler.terminate();
    this.cells.terminate();
    this.page.close();
  }
}
