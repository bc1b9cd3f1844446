import { mayCompute, newReadings, noReadings, type Readings } from "./arithmetic";
import { keepDeclared, remainingDeclarations, valuesAmong } from "./carry";
import { describe, hasOlderDecorators, mistakesAmong, type Diagnostic } from "./diagnostics";
import type { Elements } from "./elements";
import { declarationsOf, emitCell, type Emitted } from "./emit";
import { ExportedNames } from "./exported";
import type { CompilerHost, FormatCode } from "./host";
import { changesGlobals } from "./join";
import { importedByPaths, importedModules } from "./imports";
import { topLevelNames } from "./names";
import { plainText } from "./plain";
import { Project, type Snapshot } from "./project";
import { reachableSources, SideModules, type SideModule } from "./sideModules";
import { isAwaited, mistakesInLines } from "./runLines";
import { cellText, type CellText, directives, hasTopLevelAwait, onlyImports } from "./syntax";
import { arraysAsConditions } from "./truth";
import { ts, type BoundFile, type CompilerDiagnostic, type Program } from "./typescript";

/** How types are checked: mistakes stop a cell, are only reported, or are not looked for. */
export type Checking = "error" | "warn" | "off";

/** A cell, compiled. */
export interface Conversion {
  /** What the compiler found; with `checking: "error"`, nothing else is there if it found anything. */
  diagnostics: Diagnostic[];
  /** JavaScript: the body of a function of `require`, `__box`, `__take`, `__import` and `__lines`. */
  output?: string;
  /** What runs before it, in the same function. */
  prelude?: string;
  /** The source map from `output` to the cell. */
  map?: string;
  /** All names that the cell declares. */
  names?: string[];
  hasTopLevelAwait?: boolean;
  /** Whether mistakes stop the cell, and this is but what it imports. */
  onlyImports?: boolean;
  /** The modules the cell imports by an import declaration. */
  imports?: string[];
  sideModules?: SideModule[];
  /** By specifier: the files that imports mean by the paths of a tsconfig.json. */
  aliases?: Record<string, string>;
}

/** A cell, compiled but not handed over. */
interface Compiled {
  conversion: Conversion;
  /** What its declarations come from; absent if mistakes stop the cell. */
  snapshot?: Snapshot;
}

/** Diagnostics of names, members, modules, types and overloads that are not there. */
const nameMissing = new Set([
  2304, 2305, 2307, 2318, 2339, 2345, 2353, 2503, 2551, 2552, 2554, 2580, 2582, 2583, 2584, 2591, 2592, 2593,
  2688, 2694, 2724, 2769, 7016,
]);

/** How many scopes of cells that have not run are remembered. */
const mostScopes = 500;

/** Turns cells into code that can be run, one after the other. */
export class Converter {
  readonly project: Project;
  /** The names that cells could import. */
  readonly exported: ExportedNames;
  private readonly sideModules = new SideModules();
  /** What earlier cells have declared: the scope of the next one. */
  declarations = "";
  /** How many elements the arrays have that cells have left. */
  private elements: Elements = {};
  /** The cell handed over last, until it is declared. */
  private latest?: Snapshot;
  /** Names that have got a value other than by a cell, to be declared with the cell handed over last. */
  private readonly untyped: string[] = [];
  /** The scope that the cell handed over last will leave. */
  private running?: { snapshot: Snapshot; scope: string };
  /** By a scope and the cell that comes in it: the scope after that cell. */
  private readonly scopes = new Map<string, string>();
  /** How operators of cells have been read, by scope and cell; anew for each program, whose files may have changed. */
  private readonly readings = new WeakMap<Program, Map<string, Readings>>();
  private prepared?: { request: string; checking: Checking; compiled: Compiled };

  constructor(private readonly host: CompilerHost) {
    this.project = new Project(host);
    this.exported = new ExportedNames(this.project, host);
  }

  /**
   * Compiles a cell in the scope of what earlier cells declared.
   *
   * @param code - The cell.
   * @param checking - What to do about type errors. Syntax errors always stop a cell.
   * @param request - The identity of the request to run it, if it may have been prepared.
   */
  convert(code: string, checking: Checking = "error", request?: string): Conversion {
    const { prepared } = this;
    this.prepared = undefined;
    const known = prepared?.request === request && prepared?.checking === checking;
    const compiled = known ? prepared.compiled : this.compile(code, checking);
    const { conversion, snapshot } = compiled.snapshot ? compiled : this.importsOf(code, compiled);
    if (!snapshot) return conversion;
    this.latest = snapshot;
    const sources = reachableSources(snapshot.program, snapshot.cell);
    return { ...conversion, sideModules: this.sideModules.emit(snapshot.program, sources) };
  }

  /** Of a cell that mistakes stop, the imports that are right: later cells should not miss them as well. */
  private importsOf(code: string, stopped: Compiled): Compiled {
    const { diagnostics } = stopped.conversion;
    const text = onlyImports(
      code,
      diagnostics.flatMap(({ file, start }) => (file ? [] : start.offset)),
    );
    if (text === undefined || diagnostics.some(({ file }) => file)) return stopped;
    const { conversion, snapshot } = this.compile(text, "off");
    return snapshot ? { conversion: { ...conversion, diagnostics, onlyImports: true }, snapshot } : stopped;
  }

  /** Formats as the user's project is formatted, if the host can. */
  get formatCode(): FormatCode | undefined {
    return this.host.format;
  }

  /** Whether a cell has been handed over and is still to be declared: it is running. */
  get isAwaiting(): boolean {
    return this.latest !== undefined;
  }

  /** Compiles a cell before it is asked for, unless the one before it is running. */
  prepare(request: string, code: string, checking: Checking): void {
    if (!this.isAwaiting) this.prepared = { request, checking, compiled: this.compile(code, checking) };
  }

  /**
   * Makes the declarations of the cell compiled last, and of earlier ones what it leaves standing, the scope of the
   * next cell.
   *
   * @param missing - Names of the cell that it gave no value: they keep what earlier cells declared.
   * @param elements - How many elements the arrays have that cells hold now.
   */
  declare(missing: readonly string[], elements: Elements = {}): void {
    this.elements = elements;
    if (!this.latest) return;
    const { cell } = this.latest;
    // Most cells that only show something declare nothing, and leave the scope as it is.
    if (!cell.locals?.size && !changesGlobals(cell)) return this.abandon();
    const dropped = valuesAmong(this.latest, missing);
    const own = declarationsOf(this.latest);
    const kept = dropped.length > 0 ? keepDeclared(own, (name) => !dropped.includes(name)) : own;
    this.declarations = kept + remainingDeclarations(this.latest, dropped);
    this.abandon();
  }

  /** Forgets the cell compiled last: it will not be run. */
  abandon(): void {
    this.latest = undefined;
    if (this.untyped.length > 0) this.declareAny(...this.untyped.splice(0));
  }

  /** Compiles a text that is not a cell, so that cells find the program made and the compiler warm. */
  rehearse(code: string): void {
    this.compile(code, "error");
  }

  /** Defines a module in memory, which later cells import as "./name". */
  addModule(name: string, code: string, jsx: boolean): Diagnostic[] {
    const path = `${this.project.folder}/${name}.ts${jsx ? "x" : ""}`;
    this.project.addModule(path, code);
    const { program } = this.project.snapshot("", "export {};");
    const file = program.getSourceFile(path);
    return file
      ? describe([...ts.getPreEmitDiagnostics(program, file)], file, code.length, this.project.folder)
      : [];
  }

  /** A cell as plain TypeScript, in the scope of what earlier cells declared. */
  plain(code: string): string {
    const cell = cellText(code);
    const snapshot = this.read(this.declarations, cell, code);
    const text = plainText(snapshot, code, cell.lines);
    return text.slice(cell.shift, text.lastIndexOf(cell.shift ? "\n)" : "\nexport type"));
  }

  /** What is wrong with a cell, seen after what has run and after cells that have not. Leaves no trace. */
  check(code: string, before: readonly string[]): Diagnostic[] {
    const cellOf = cellText(code);
    const { shift, lines } = cellOf;
    const look = (): Diagnostic[] => {
      const snapshot = this.read(this.scopeAfter(before), cellOf, code);
      const { program, cell } = snapshot;
      const syntax = program.getSyntacticDiagnostics(cell);
      // Cells that have not run may change what the arrays are.
      const known = before.length > 0 ? {} : this.elements;
      const found = syntax.length > 0 ? syntax : this.semantic(snapshot, known);
      const mistakes = describe(mistakesAmong(found), cell, code.length, this.project.folder, shift);
      return [...mistakesInLines(lines, cell), ...mistakes];
    };
    if (directives(code).checking === "off") return [];
    const first = look();
    if (this.project.hasFullTypes || !first.some(({ code }) => nameMissing.has(code))) return first;
    this.project.takeInFullTypes();
    return look();
  }

  /**
   * Compiles code to be evaluated where a cell has stopped. Mistakes in types are not looked for, and nothing stays of it.
   *
   * @param local - Names that do not mean what cells have declared.
   * @throws SyntaxError if it cannot be read, or awaits.
   */
  evaluable(code: string, local: readonly string[]): Emitted {
    const cell = cellText(code);
    const scope = keepDeclared(this.scope(), (name) => !local.includes(name));
    const snapshot = this.read(scope, cell, code);
    const [mistake] = snapshot.program.getSyntacticDiagnostics(snapshot.cell);
    if (mistake) throw new SyntaxError(ts.flattenDiagnosticMessageText(mistake.messageText, "\n"));
    if (hasTopLevelAwait(snapshot.cell) || cell.lines.length > 0)
      throw new SyntaxError("code that has stopped can neither wait nor run commands");
    return emitCell(snapshot, this.project.options);
  }

  /** Lets later cells know names of any type; once the running cell is declared, if one is running. */
  declareAny(...names: string[]): void {
    if (this.isAwaiting) {
      this.untyped.push(...names);
      return;
    }
    const others = keepDeclared(this.declarations, (one) => !names.includes(one));
    this.declarations = others + names.map((name) => `declare let ${name}: any;\n`).join("");
  }

  /** A cell in the scope of what has run, of the running cell, and of cells that have not run. */
  see(code: string, before: readonly string[] = []): Snapshot {
    return this.read(this.scopeAfter(before), cellText(code), code);
  }

  /** What cells that have not run would leave declared; each is looked at once, as long as those before it are the same. */
  private scopeAfter(before: readonly string[]): string {
    let scope = this.scope();
    for (const text of before) {
      const key = `${scope}\0${text}`;
      let after = this.scopes.get(key);
      if (after === undefined) {
        const snapshot = this.read(scope, cellText(text), text);
        const isBroken = snapshot.program.getSyntacticDiagnostics(snapshot.cell).length > 0;
        after = isBroken ? scope : declarationsOf(snapshot) + remainingDeclarations(snapshot);
        if (this.scopes.size >= mostScopes) this.scopes.clear();
        this.scopes.set(key, after);
      }
      scope = after;
    }
    return scope;
  }

  /** The declarations of what has run, those of the running cell included. */
  private scope(): string {
    const { latest } = this;
    if (!latest) return this.declarations;
    if (this.running?.snapshot !== latest) {
      this.running = { snapshot: latest, scope: declarationsOf(latest) + remainingDeclarations(latest) };
    }
    return this.running.scope;
  }

  /** What is wrong with a cell that can be read. */
  private semantic(snapshot: Snapshot, elements: Elements): CompilerDiagnostic[] {
    const { program, cell } = snapshot;
    return [...program.getSemanticDiagnostics(cell), ...arraysAsConditions(snapshot, elements)];
  }

  /** Sees a cell with its operators on arrays read as methods: what that makes known may let more be read so. */
  private read(scope: string, { text, jsx }: CellText, code: string): Snapshot {
    let snapshot = this.project.snapshot(scope, text, jsx);
    if (this.host.operators === "off" || !mayCompute(snapshot.cell) || directives(code).operators === "off")
      return snapshot;
    const key = `${scope}\0${text}`;
    let known = this.readings.get(snapshot.program);
    if (!known || known.size >= mostScopes) this.readings.set(snapshot.program, (known = new Map()));
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

  private compile(code: string, checking: Checking): Compiled {
    const first = this.attempt(code, checking);
    if (this.project.hasFullTypes) return first;
    // A name may be missing only from the light declarations of the host's globals: the full ones can tell.
    const needsMore =
      this.project.hasMixedTypes || first.conversion.diagnostics.some(({ code }) => nameMissing.has(code));
    if (!needsMore) return first;
    this.project.takeInFullTypes();
    return this.attempt(code, checking);
  }

  private attempt(code: string, checking: Checking): Compiled {
    const cellOf = cellText(code);
    const { shift, lines } = cellOf;
    const snapshot = this.read(this.declarations, cellOf, code);
    const { program, cell } = snapshot;
    const report = (found: readonly CompilerDiagnostic[]): Diagnostic[] =>
      describe(found, cell, code.length, this.project.folder, shift);

    const sources = reachableSources(program, cell);
    const syntax = program.getSyntacticDiagnostics(cell);
    const broken = [...mistakesInLines(lines, cell), ...report(syntax)];
    if (broken.length > 0) return { conversion: { diagnostics: broken } };
    const types = checking !== "off";
    const semantic = types ? this.semantic(snapshot, this.elements) : [];
    const side = this.sideModules.diagnose(program, sources, types);
    const diagnostics = report([...mistakesAmong(semantic), ...side]);
    if (diagnostics.length > 0 && checking === "error") return { conversion: { diagnostics } };

    const { options } = this.project;
    const conversion = {
      ...emitCell(
        snapshot,
        hasOlderDecorators(semantic) ? { ...options, experimentalDecorators: true } : options,
        lines,
        this.project.stopsLoops,
      ),
      diagnostics,
      names: topLevelNames(cell),
      hasTopLevelAwait: hasTopLevelAwait(cell) || lines.some(isAwaited),
      imports: importedModules(cell),
      aliases: importedByPaths(program, [cell, ...(sources as BoundFile[])]),
    };
    return { conversion, snapshot };
  }
}
