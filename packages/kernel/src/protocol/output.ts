import type { Content, Draft } from "./message";
import type { MimeBundle } from "../cells/bundle";
import type { ErrorReport } from "../cells/errors";
import type { Cell } from "./cell";
import { bare, clearTimeout, now, setTimeout } from "../originals";

type StreamName = "stdout" | "stderr";

/** What accompanies a bundle. */
export interface DisplayOptions {
  metadata?: Record<string, unknown>;
  displayId?: string;
  update?: boolean;
}

/** Time, in milliseconds, over which writes are counted and gathered. */
const window = 30;
/** How many writes within a window go out one by one; further ones are gathered. */
const prompt = 20;
/** The most text, in UTF-16 units, that is gathered. */
const limit = 1 << 18;

/**
 * Sends what cells put out. The first writes to a stream go out at once; what comes faster is gathered, so that a
 * hundred thousand writes make a few hundred messages. The order of all outputs is kept.
 */
export class Output {
  private gathered?: { cell: Cell; name: StreamName; texts: string[]; size: number };
  private timer?: NodeJS.Timeout;
  private windowStart = 0;
  private writes = 0;

  /**
   * @param hold - Sends a message together with those that follow. Default: at once.
   */
  constructor(
    private readonly send: (...drafts: Draft[]) => void,
    private readonly hold: (draft: Draft) => void = send,
  ) {}

  stream(cell: Cell, name: StreamName, text: string): void {
    if (text === "") return;
    replace(cell);
    if (this.gathered && (this.gathered.cell !== cell || this.gathered.name !== name)) this.flush();
    const time = now();
    if (time - this.windowStart > window) {
      this.windowStart = time;
      this.writes = 0;
    }
    this.gathered ??= { cell, name, texts: [], size: 0 };
    this.gathered.texts.push(text);
    this.gathered.size += text.length;
    if (++this.writes <= prompt || this.gathered.size > limit) this.flush();
    else this.timer ??= setTimeout(() => this.flush(), window);
  }

  /** Sends what has been gathered. */
  flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const gathered = this.gathered;
    if (!gathered) return;
    this.gathered = undefined;
    this.publish(gathered.cell, "stream", { name: gathered.name, text: gathered.texts.join("") });
  }

  display(cell: Cell, data: MimeBundle, options: DisplayOptions = {}): void {
    const { metadata = {}, displayId, update = false } = bare(options);
    if (isEmpty(data)) return;
    if (!update) replace(cell);
    this.publish(cell, update ? "update_display_data" : "display_data", {
      data,
      metadata,
      transient: displayId === undefined ? {} : { display_id: displayId },
    });
  }

  result(cell: Cell, data: MimeBundle): void {
    if (isEmpty(data)) return;
    // Most often, the reply follows at once.
    this.publish(
      cell,
      "execute_result",
      { execution_count: cell.count, data, metadata: {} },
      undefined,
      this.hold,
    );
  }

  /** Sends what is held. */
  release(): void {
    this.send();
  }

  error(cell: Pick<Cell, "request" | "receive">, report: ErrorReport): void {
    this.publish(cell, "error", { ...report });
  }

  clear(cell: Cell, wait: boolean): void {
    cell.clearing = wait;
    if (!wait) cell.cleared++;
    this.publish(cell, "clear_output", { wait });
  }

  /** Sends a message on iopub, after everything before it. */
  publish(
    cell: Pick<Cell, "request" | "receive">,
    type: string,
    content: Content,
    buffers?: Uint8Array[],
    send: (draft: Draft) => void = this.send,
  ): void {
    if (type !== "stream") this.flush();
    if (cell.receive?.({ type, content })) return;
    send({ channel: "iopub", type, content, parent: cell.request, buffers });
  }
}

/** Takes note that something new takes the place of what stood there until now. */
function replace(cell: Cell): void {
  if (cell.clearing) cell.cleared++;
  cell.clearing = false;
}

/** Tells whether a bundle has nothing to show, as that of a value which is shown elsewhere. */
const isEmpty = (data: MimeBundle): boolean => Object.keys(data).length === 0;
