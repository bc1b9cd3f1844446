import type { CompilerHost } from "./host";
import type { Project, Snapshot } from "./project";
import { mayCompute, newReadings, noReadings, type Readings } from "./readings";
import { cellText, directives, type CellText } from "./syntax";
import type { Program } from "./typescript";

/** How many readings of cells are remembered. */
const most = 500;

/** Reads cells in the scope of others, with the operators on arrays in them. */
export class Reader {
  /** How operators of cells have been read, by scope and cell; anew for each program, whose files may have changed. */
  private readonly readings = new WeakMap<Program, Map<string, Readings>>();

  constructor(
    private readonly project: Project,
    private readonly host: CompilerHost,
  ) {}

  /** Sees a cell with its operators on arrays read as methods: what that makes known may let more be read so. */
  read(scope: string, code: string, { text, jsx }: CellText = cellText(code)): Snapshot {
    let snapshot = this.project.snapshot(scope, text, jsx);
    if (this.host.operators === "off" || !mayCompute(snapshot.cell) || directives(code).operators === "off")
      return snapshot;
    const key = `${scope}\0${text}`;
    let known = this.readings.get(snapshot.program);
    if (!known || known.size >= most) this.readings.set(snapshot.program, (known = new Map()));
    const before = known.get(key);
    if (before) return before.size === 0 ? snapshot : this.project.snapshot(scope, text, jsx, before);
    let readings = noReadings;
    for (let found = newReadings(snapshot); found.size > 0; found = newReadings(snapshot)) {
      readings = new Map([...readings, ...found]);
      snapshot = this.project.snapshot(scope, text, jsx, readings);
    }
    known.set(key, readings);
    return snapshot;
  }
}
