import { framesOf } from "./frames";
import type { CallFrame, Inspector, Pause } from "./engine";
import type { Scripts } from "./scripts";

/** The exceptions at which code can be made to stop. */
export const exceptionFilters = [
  { filter: "uncaught", label: "Uncaught exceptions", default: false },
  { filter: "raised", label: "All exceptions", default: false },
];

/** What is asked of the compiler: which places of a script stand in a `try` that catches. */
export type CaughtAt = (text: string, places: { line: number; column: number }[]) => Promise<boolean[]>;

/** Decides at which exceptions code is to stop. To the engine all are caught: the kernel catches what cells throw. */
export class Exceptions {
  private filters: readonly string[] = [];

  constructor(
    private readonly inspector: Inspector,
    private readonly scripts: Scripts,
    private readonly caughtAt: CaughtAt,
  ) {}

  /** Sets at which exceptions to stop, by the names of {@link exceptionFilters}. */
  async set(filters: readonly string[]): Promise<void> {
    this.filters = filters;
    await this.inspector.post("Debugger.setPauseOnExceptions", {
      state: filters.length > 0 ? "all" : "none",
    });
  }

  /** Whether an exception that has been thrown is one to stop at. */
  async isWanted({ callFrames, data }: Pause): Promise<boolean> {
    const end = callFrames.findIndex(({ location }) => this.scripts.isKernel(location.scriptId));
    const thrown = callFrames.slice(0, end < 0 ? callFrames.length : end);
    const [first] = framesOf(thrown, this.scripts);
    if (!first) return false;
    if (data?.uncaught === true) return true;
    // What others catch within their own code never reaches the reader's.
    const foreign = thrown.slice(0, thrown.indexOf(first.at));
    return !(await this.isCaught(this.filters.includes("raised") ? foreign : thrown));
  }

  private async isCaught(frames: readonly CallFrame[]): Promise<boolean> {
    for (const scriptId of new Set(frames.map(({ location }) => location.scriptId))) {
      const { scriptSource } = await this.inspector.post<{ scriptSource: string }>(
        "Debugger.getScriptSource",
        {
          scriptId,
        },
      );
      const above = this.scripts.firstLine(scriptId);
      const places = frames
        .filter(({ location }) => location.scriptId === scriptId)
        .map(({ location: { lineNumber, columnNumber = 0 } }) => ({
          line: lineNumber - above,
          column: columnNumber,
        }));
      if ((await this.caughtAt(scriptSource, places)).includes(true)) return true;
    }
    return false;
  }
}
