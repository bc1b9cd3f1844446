import { framesOf, type Frame } from "./frames";
import type { Pause } from "./engine";
import type { Scripts } from "./scripts";

/** How code goes on for one step: to the next line, into a call, or out of the function. */
export type Step = "next" | "stepIn" | "stepOut";

/** What the engine is told so that code goes on. */
export interface Move {
  method: "Debugger.stepOver" | "Debugger.stepInto" | "Debugger.stepOut" | "Debugger.resume";
  params: object;
}

const methods = {
  next: "Debugger.stepOver",
  stepIn: "Debugger.stepInto",
  stepOut: "Debugger.stepOut",
} as const;

/** A step of the reader's, which may take several of the engine's: it stops more than once on a line. */
export class Stepping {
  private readonly from: { path?: string; line?: number; depth: number };
  /** The functions that are at work where it begins. */
  readonly frames: readonly Frame[];
  private readonly skipList: object[];

  constructor(
    private readonly step: Step,
    pause: Pause,
    private readonly scripts: Scripts,
  ) {
    const frames = framesOf(pause.callFrames, scripts);
    const [top] = frames;
    this.frames = frames;
    this.from = { path: top?.place.path, line: top?.place.line, depth: frames.length };
    const { script, place } = top ?? {};
    this.skipList = script
      ? script.map.stretches((place?.line ?? 1) - 1).map(({ start, end }) => ({
          scriptId: script.scriptId,
          start: { lineNumber: start.line, columnNumber: start.column },
          end: { lineNumber: end.line, columnNumber: end.column },
        }))
      : [];
  }

  /** Whether it goes over all that its line calls. */
  get isOver(): boolean {
    return this.step === "next";
  }

  /** Whether code has stopped in what the step goes over. */
  isWithin({ callFrames }: Pause): boolean {
    return framesOf(callFrames, this.scripts).length > this.from.depth;
  }

  /** The first of the engine's steps. */
  first(): Move {
    const { step, skipList } = this;
    return { method: methods[step], params: step === "stepOut" ? {} : { skipList } };
  }

  /** The next of the engine's steps, when it has stopped; undefined if the reader's step is at its end. */
  next({ callFrames }: Pause): Move | undefined {
    const [top] = callFrames;
    const frames = framesOf(callFrames, this.scripts);
    if (!top || frames.length === 0) return { method: "Debugger.resume", params: {} };
    if (frames[0]?.at !== top) {
      // Before a cell's first line come its boxes, after its last one the kernel; else, this is someone else's code.
      const isBefore = this.scripts.ownScript(top.location.scriptId) && top.location.lineNumber < 0;
      return { method: isBefore ? "Debugger.stepOver" : "Debugger.stepOut", params: {} };
    }
    const { path, line } = frames[0].place;
    const { from, step } = this;
    const isSame = path === from.path && line === from.line && frames.length === from.depth;
    return isSame && step !== "stepOut" ? this.first() : undefined;
  }
}
