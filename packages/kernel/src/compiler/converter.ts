import { CompiledAgain } from "./again";
import { keepDeclared } from "./carry";
import { CellScope } from "./cellScope";
import { compileCell, semanticMistakes, type Checking, type Compiled, type Conversion } from "./conversion";
import { describe, mistakesAmong, type Diagnostic } from "./diagnostics";
import type { Elements } from "./elements";
import { emitCell, type Emitted } from "./emit";
import { ExportedNames } from "./exported";
import type { CompilerHost, FormatCode } from "./host";
import { plainText } from "./plain";
import { Project, type Snapshot } from "./project";
import { Reader } from "./reader";
import { mistakesInLines } from "./runLines";
import { reachableSources, SideModules } from "./sideModules";
import { cellText, directives, hasTopLevelAwait, onlyImports } from "./syntax";
import { ts } from "./typescript";

/** Diagnostics of names, members, modules, types and overloads that are not there. */
const nameMissing = new Set([
  2304, 2305, 2307, 2318, 2339, 2345, 2353, 2503, 2551, 2552, 2554, 2580, 2582, 2583, 2584, 2591, 2592, 2593,
  2688, 2694, 2724, 2769, 7016,
]);

/** What is said of a cell whose nesting takes all of the compiler's stack. */
const tooDeep =
  "the cell is nested too deeply to be compiled: give parts of its longest expression names of their own";

/** Turns cells into code that can be run, one after the other. */
export class Converter {
  readonly project: Project;
  /** The names that cells could import. */
  readonly exported: ExportedNames;
  private readonly reader: Reader;
  private readonly scope: CellScope;
  private readonly again: CompiledAgain;
  private readonly sideModules = new SideModules();
  private ahead?: { request: string; checking: Checking; conversion: Conversion };
  private prepared?: { request: string; checking: Checking; compiled: Compiled };

  constructor(private readonly host: CompilerHost) {
    this.project = new Project(host);
    this.exported = new ExportedNames(this.project, host);
    this.reader = new Reader(this.project, host);
    this.scope = new CellScope(this.reader);
    this.again = new CompiledAgain(this.project);
  }

  /** What earlier cells have declared: the scope of the next one. */
  get declarations(): string {
    return this.scope.declarations;
  }

  set declarations(text: string) {
    this.scope.declarations = text;
  }

  /**
   * Compiles a cell in the scope of what earlier cells declared.
   *
   * @param code - The cell.
   * @param checking - What to do about type errors. Syntax errors always stop a cell.
   * @param request - The identity of the request to run it, if it may have been prepared.
   */
  convert(code: string, checking: Checking = "error", request?: string): Conversion {
    const { prepared, ahead } = this;
    this.prepared = this.ahead = undefined;
    if (ahead && ahead.request === request && ahead.checking === checking) return ahead.conversion;
    const known = prepared?.request === request && prepared?.checking === checking;
    const compiled = known ? prepared.compiled : this.compile(code, checking);
    const { conversion, snapshot } = compiled.snapshot ? compiled : this.importsOf(code, compiled);
    if (!snapshot) return conversion;
    if (!conversion.brevity?.leavesNothing) this.scope.handOver(snapshot);
    const sources = reachableSources(snapshot.program, snapshot.cell);
    return {
      ...conversion,
      sideModules: this.sideModules.emit(snapshot.program, sources, this.host.loopStops),
    };
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
    return this.scope.isAwaiting;
  }

  /** Compiles a cell before it is asked for, unless the one before it is running. */
  prepare(request: string, code: string, checking: Checking): void {
    if (!this.isAwaiting) this.prepared = { request, checking, compiled: this.compile(code, checking) };
  }

  /** Compiles a cell for good, before it is asked for; undefined while the one before it is running. */
  convertAhead(request: string, code: string, checking: Checking): Conversion | undefined {
    if (this.isAwaiting) return undefined;
    const conversion = this.convert(code, checking);
    this.ahead = { request, checking, conversion };
    return conversion;
  }

  /**
   * A compiler for another folder that goes on with what this one knows: this one itself, unless a tsconfig.json has a
   * say there.
   */
  movedTo(host: CompilerHost): Converter {
    if (this.project.moveTo(host)) return this;
    const moved = new Converter(host);
    moved.project.files.adopt(this.project.files);
    return moved;
  }

  /** Makes what the cell compiled last declares known to the next one, as {@link CellScope.declare} says. */
  declare(missing: readonly string[], elements?: Elements): void {
    this.ahead = undefined;
    this.scope.declare(missing, elements);
  }

  /**
   * Forgets the cell compiled last: it will not be run.
   *
   * @param request - The request to run it, if another cell may have been compiled since.
   */
  abandon(request?: string): void {
    if (request !== undefined && this.ahead?.request !== request) return;
    this.ahead = undefined;
    this.scope.abandon();
  }

  /** Lets later cells know names of any type. */
  declareAny(...names: string[]): void {
    this.scope.declareAny(...names);
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
    const snapshot = this.reader.read(this.declarations, code, cell);
    const text = plainText(snapshot, code, cell.lines);
    return text.slice(cell.shift, text.lastIndexOf(cell.shift ? "\n)" : "\nexport type"));
  }

  /** What is wrong with a cell, seen after what has run and after cells that have not. Leaves no trace. */
  check(code: string, before: readonly string[]): Diagnostic[] {
    const cellOf = cellText(code);
    const { shift, lines } = cellOf;
    const look = (): Diagnostic[] => {
      const snapshot = this.reader.read(this.scope.after(before), code, cellOf);
      const { program, cell } = snapshot;
      const syntax = program.getSyntacticDiagnostics(cell);
      // Cells that have not run may change what the arrays are.
      const known = before.length > 0 ? {} : this.scope.elements;
      const found = syntax.length > 0 ? syntax : semanticMistakes(snapshot, known);
      const mistakes = describe(
        mistakesAmong(found, this.project.options),
        cell,
        code.length,
        this.project.folder,
        shift,
      );
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
    const scope = keepDeclared(this.scope.now(), (name) => !local.includes(name));
    const snapshot = this.reader.read(scope, code, cell);
    const [mistake] = snapshot.program.getSyntacticDiagnostics(snapshot.cell);
    if (mistake) throw new SyntaxError(ts.flattenDiagnosticMessageText(mistake.messageText, "\n"));
    if (hasTopLevelAwait(snapshot.cell) || cell.lines.length > 0)
      throw new SyntaxError("code that has stopped can neither wait nor run commands");
    return emitCell(snapshot, this.project.options);
  }

  /** A cell in the scope of what has run, of the running cell, and of cells that have not run. */
  see(code: string, before: readonly string[] = []): Snapshot {
    return this.reader.read(this.scope.after(before), code);
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
    const { project, sideModules, declarations } = this;
    const { elements } = this.scope;
    const circumstances = { code, checking, declarations, elements };
    const known = this.again.find(circumstances);
    if (known) return known;
    const cell = cellText(code);
    try {
      const snapshot = this.reader.read(declarations, code, cell);
      const compiled = compileCell(snapshot, cell, code.length, checking, { project, sideModules, elements });
      this.again.keep(circumstances, compiled);
      return compiled;
    } catch (error) {
      throw error instanceof RangeError && /call stack/.test(error.message) ? new RangeError(tooDeep) : error;
    }
  }
}
