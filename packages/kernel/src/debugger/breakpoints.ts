import type { Inspector, Place } from "./engine";
import type { Breakpoint } from "./messages";
import type { OwnScript, Scripts } from "./scripts";

/** Where code can stop, and the place in the source that it comes from, counted from zero. */
interface Stop {
  place: Place;
  line: number;
  column: number;
}

/** Where code is to stop: always, or if an expression is true there. */
export interface Wanted {
  line: number;
  condition?: string;
}

interface Locations {
  locations: (Place & { type?: string })[];
}

const isSame = (a: Place, b: Place): boolean =>
  a.lineNumber === b.lineNumber && a.columnNumber === b.columnNumber;

/** The lines where code is to stop, in what has run and in what will. */
export class Breakpoints {
  private readonly wanted = new Map<string, Wanted[]>();
  /** By the path of a source, the engine's names for places in it, and what each was set for. */
  private readonly placed = new Map<string, Map<string, Wanted>>();
  /** One change after the other. */
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly inspector: Inspector,
    private readonly scripts: Scripts,
    private readonly urlOf: (path: string) => string,
  ) {}

  /** What is set, by source. */
  list(): { source: string; breakpoints: Breakpoint[] }[] {
    return [...this.wanted].flatMap(([path, wanted]) =>
      wanted.length > 0
        ? { source: path, breakpoints: wanted.map(({ line }) => breakpoint(path, line, true)) }
        : [],
    );
  }

  /** Of the places where the engine has stopped, what those were set for that were set here. */
  hit(ids: readonly string[] = []): Wanted[] {
    return [...this.placed.values()].flatMap((placed) => ids.flatMap((id) => placed.get(id) ?? []));
  }

  /** Sets the lines of a source, in place of those that were set. */
  set(path: string, wanted: readonly Wanted[]): Promise<Breakpoint[]> {
    return this.inTurn(async () => {
      for (const id of this.placed.get(path)?.keys() ?? []) {
        await this.inspector.post("Debugger.removeBreakpoint", { breakpointId: id });
      }
      this.placed.set(path, new Map());
      this.wanted.set(path, onePerLine(wanted));
      const own = this.scripts.ofPath(path);
      // A line where nothing can stop gives way to the next one. Code that has not run yet is not known.
      let actual = new Map<number, number>();
      for (const script of own) actual = await this.placeIn(script);
      const isFile = own.length === 0 && this.scripts.paths().includes(path);
      if (isFile) actual = await this.placeInFile(path);
      const moved = wanted.map((one) => ({ ...one, line: actual.get(one.line) ?? one.line }));
      this.wanted.set(path, onePerLine(moved));
      return wanted.map(({ line }, index) =>
        breakpoint(path, (moved[index] as Wanted).line, actual.has(line)),
      );
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
    for (const one of wanted) {
      const first = firstFrom(stops, one.line - 1);
      if (!first) continue;
      actual.set(one.line, first.line + 1);
      for (const { place } of await this.firstInEach(
        script,
        stops.filter((stop) => stop.line === first.line),
      )) {
        await this.place(script.path, one, place);
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

  private async place(path: string, wanted: Wanted, location: Place): Promise<void> {
    try {
      const { breakpointId } = await this.inspector.post<{ breakpointId: string }>("Debugger.setBreakpoint", {
        location,
      });
      this.placed.get(path)?.set(breakpointId, wanted);
    } catch (error) {
      // Two lines may mean the same place.
      if (!/already exists/.test((error as Error).message)) throw error;
    }
  }

  /** Sets what is wanted in a file that the engine runs as it is written. */
  private async placeInFile(path: string): Promise<Map<number, number>> {
    const actual = new Map<number, number>();
    for (const one of this.wanted.get(path) ?? []) {
      const { line } = one;
      const { breakpointId, locations } = await this.inspector.post<{
        breakpointId: string;
        locations: Place[];
      }>("Debugger.setBreakpointByUrl", { url: this.urlOf(path), lineNumber: line - 1 });
      this.placed.get(path)?.set(breakpointId, one);
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

/** What is wanted, once for each line: what comes last. */
const onePerLine = (wanted: readonly Wanted[]): Wanted[] => [
  ...new Map(wanted.map((one) => [one.line, one])).values(),
];

const firstFrom = (stops: readonly Stop[], line: number): Stop | undefined =>
  stops.find((stop) => stop.line >= line);
