import type { Inspector, Place } from "./engine";
import type { Breakpoint } from "./messages";
import type { OwnScript, Scripts } from "./scripts";

/** Where code can stop, and the place in the source that it comes from, counted from zero. */
interface Stop {
  place: Place;
  line: number;
  column: number;
}

interface Locations {
  locations: (Place & { type?: string })[];
}

const isSame = (a: Place, b: Place): boolean =>
  a.lineNumber === b.lineNumber && a.columnNumber === b.columnNumber;

/** The lines where code is to stop, in what has run and in what will. */
export class Breakpoints {
  private readonly wanted = new Map<string, number[]>();
  private readonly placed = new Map<string, string[]>();
  /** One change after the other. */
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly inspector: Inspector,
    private readonly scripts: Scripts,
    private readonly urlOf: (path: string) => string,
  ) {}

  /** What is set, by source. */
  list(): { source: string; breakpoints: Breakpoint[] }[] {
    return [...this.wanted].flatMap(([path, lines]) =>
      lines.length > 0
        ? { source: path, breakpoints: lines.map((line) => breakpoint(path, line, true)) }
        : [],
    );
  }

  /** Whether the engine has named a place where it has stopped that was set here. */
  has(id: string): boolean {
    return [...this.placed.values()].some((ids) => ids.includes(id));
  }

  /** Sets the lines of a source, in place of those that were set. */
  set(path: string, lines: readonly number[]): Promise<Breakpoint[]> {
    return this.inTurn(async () => {
      for (const id of this.placed.get(path) ?? []) {
        await this.inspector.post("Debugger.removeBreakpoint", { breakpointId: id });
      }
      this.placed.set(path, []);
      this.wanted.set(path, [...new Set(lines)]);
      const own = this.scripts.ofPath(path);
      // A line where nothing can stop gives way to the next one. Code that has not run yet is not known.
      let actual = new Map<number, number>();
      for (const script of own) actual = await this.placeIn(script);
      const isFile = own.length === 0 && this.scripts.paths().includes(path);
      if (isFile) actual = await this.placeInFile(path);
      this.wanted.set(path, [...new Set(lines.map((line) => actual.get(line) ?? line))]);
      return lines.map((line) => breakpoint(path, actual.get(line) ?? line, actual.has(line)));
    });
  }

  /** Sets what is wanted in a script that is about to run. */
  arm(script: OwnScript): Promise<unknown> {
    return this.inTurn(() => this.placeIn(script));
  }

  /** @returns By the line that is wanted, the line where code will stop. */
  private async placeIn(script: OwnScript): Promise<Map<number, number>> {
    const actual = new Map<number, number>();
    const wanted = this.wanted.get(script.path) ?? [];
    if (wanted.length === 0) return actual;
    const stops = await this.stopsOf(script);
    for (const line of wanted) {
      const first = firstFrom(stops, line - 1);
      if (!first) continue;
      actual.set(line, first.line + 1);
      for (const { place } of await this.firstInEach(
        script,
        stops.filter((stop) => stop.line === first.line),
      )) {
        await this.place(script.path, place);
      }
    }
    return actual;
  }

  /** Of the places on a line, the first in each function: functions written there run at other times. */
  private async firstInEach({ scriptId, lines }: OwnScript, stops: readonly Stop[]): Promise<Stop[]> {
    const found: Stop[] = [];
    for (let left = stops; left.length > 0;) {
      const [first] = left as [Stop, ...Stop[]];
      found.push(first);
      const { locations } = await this.inspector.post<Locations>("Debugger.getPossibleBreakpoints", {
        start: first.place,
        end: { scriptId, lineNumber: lines, columnNumber: 0 },
        restrictToFunction: true,
      });
      const isThere = ({ place }: Stop): boolean => locations.some((one) => isSame(one, place));
      left = left.filter((stop) => stop !== first && !isThere(stop));
    }
    return found;
  }

  private async place(path: string, location: Place): Promise<void> {
    try {
      const { breakpointId } = await this.inspector.post<{ breakpointId: string }>("Debugger.setBreakpoint", {
        location,
      });
      this.placed.set(path, [...(this.placed.get(path) ?? []), breakpointId]);
    } catch (error) {
      // Two lines may mean the same place.
      if (!/already exists/.test((error as Error).message)) throw error;
    }
  }

  /** Sets what is wanted in a file that the engine runs as it is written. */
  private async placeInFile(path: string): Promise<Map<number, number>> {
    const actual = new Map<number, number>();
    for (const line of this.wanted.get(path) ?? []) {
      const { breakpointId, locations } = await this.inspector.post<{
        breakpointId: string;
        locations: Place[];
      }>("Debugger.setBreakpointByUrl", { url: this.urlOf(path), lineNumber: line - 1 });
      this.placed.set(path, [...(this.placed.get(path) ?? []), breakpointId]);
      const [first] = locations;
      if (first) actual.set(line, first.lineNumber + 1);
    }
    return actual;
  }

  /** Where the code of a script can stop, in the order of its source. */
  private async stopsOf({ scriptId, lines, map }: OwnScript): Promise<Stop[]> {
    const { locations } = await this.inspector.post<Locations>("Debugger.getPossibleBreakpoints", {
      start: { scriptId, lineNumber: 0, columnNumber: 0 },
      end: { scriptId, lineNumber: lines, columnNumber: 0 },
    });
    const stops = locations.flatMap(({ type, ...place }) => {
      const from = map.original({ line: place.lineNumber, column: place.columnNumber ?? 0 });
      return from && type !== "call" ? { place, ...from } : [];
    });
    return stops.sort((a, b) => a.line - b.line || a.column - b.column);
  }

  private inTurn<T>(change: () => Promise<T>): Promise<T> {
    const turn = this.last.then(change);
    this.last = turn.catch(() => undefined);
    return turn;
  }
}

const breakpoint = (path: string, line: number, verified: boolean): Breakpoint => ({
  line,
  verified,
  source: { path },
});

const firstFrom = (stops: readonly Stop[], line: number): Stop | undefined =>
  stops.find((stop) => stop.line >= line);
