import type { Inspector, Place } from "./engine";
import type { Frame } from "./frames";
import type { OwnScript } from "./scripts";

interface Locations {
  locations: Place[];
}

const isSame = (a: Place, b: Place): boolean =>
  a.lineNumber === b.lineNumber && a.columnNumber === b.columnNumber;

/** How many of the functions at work a step may come back to. */
const mostFrames = 10;

/**
 * The way of a step over a line that takes long. Where the engine steps, it halts at each turn of a loop; so the code
 * runs freely instead, to wherever the functions at work go on behind the line.
 */
export class Shortcut {
  private ids: string[] = [];

  constructor(private readonly inspector: Inspector) {}

  /** Whether code is on such a way. */
  get isTaken(): boolean {
    return this.ids.length > 0;
  }

  /** Sets where code is to stop, for the functions that were at work when the step began. */
  async take(frames: readonly Frame[]): Promise<void> {
    const [top] = frames;
    for (const { at, place, script } of frames.slice(0, mostFrames)) {
      if (!script) continue;
      for (const stop of await this.stopsAround(script, at.location)) {
        const from = script.map.original({ line: stop.lineNumber, column: stop.columnNumber ?? 0 });
        if (from && (at !== top?.at || from.line + 1 !== place.line)) await this.set(stop);
      }
    }
  }

  /** Takes back what was set. */
  async leave(): Promise<void> {
    for (const breakpointId of this.ids.splice(0)) {
      await this.inspector.post("Debugger.removeBreakpoint", { breakpointId });
    }
  }

  private async set(location: Place): Promise<void> {
    try {
      const { breakpointId } = await this.inspector.post<{ breakpointId: string }>("Debugger.setBreakpoint", {
        location,
      });
      this.ids.push(breakpointId);
    } catch (error) {
      // The reader has set one there.
      if (!/already exists/.test((error as Error).message)) throw error;
    }
  }

  /** Where the function can stop that a place lies in, functions in it left aside. */
  private async stopsAround({ scriptId, lines }: OwnScript, place: Place): Promise<Place[]> {
    const end = { scriptId, lineNumber: lines, columnNumber: 0 };
    const stopsFrom = async (start: Place, restrictToFunction: boolean): Promise<Place[]> => {
      const params = { start, end, restrictToFunction };
      return (await this.inspector.post<Locations>("Debugger.getPossibleBreakpoints", params)).locations;
    };
    let left = await stopsFrom({ scriptId, lineNumber: 0, columnNumber: 0 }, false);
    for (let [first] = left; first; [first] = left) {
      const own = await stopsFrom(first, true);
      if (own.some((one) => isSame(one, place))) return own;
      left = left.filter((one) => one !== first && !own.some((other) => isSame(one, other)));
    }
    return [];
  }
}
