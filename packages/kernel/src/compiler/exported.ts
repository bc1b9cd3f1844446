import { broughtAlong } from "../packages";
import { folderOf } from "../paths";
import type { CompilerHost } from "./host";
import type { Project } from "./project";
import { parseCell } from "./syntax";
import { ts, type Node, type Statement } from "./typescript";

/** A name that a module exports. */
export interface Exported {
  module: string;
  name: string;
  /** Whether it is the module's default export, which goes by the module's name. */
  isDefault: boolean;
  isType: boolean;
}

/** How long, in milliseconds, reading may keep a question waiting. */
const patience = 200;

/**
 * The names that could be imported: what the packages export that the project depends on, the kernel's own, the host's
 * modules, and the files beside the notebook. They are read from declarations, file by file, without the checker.
 */
export class ExportedNames {
  private readonly names = new Map<string, Exported[]>();
  private reading?: Iterator<void>;
  private wanted = false;
  /** What the files were like that were read. */
  private stamp = "";

  constructor(
    private readonly project: Project,
    private readonly host: CompilerHost,
  ) {}

  /** What modules export by a name. */
  find(name: string): Exported[] {
    this.hurry();
    return this.names.get(name) ?? [];
  }

  /** What modules export by names with a beginning. */
  startingWith(prefix: string): Exported[] {
    this.hurry();
    return [...this.names.entries()].flatMap(([name, exported]) => (name.startsWith(prefix) ? exported : []));
  }

  /** Reads one more file, if names have been asked for; whether there may be more. */
  readOn(): boolean {
    if (!this.wanted) return false;
    this.reading ??= this.read();
    return this.reading.next().done !== true;
  }

  private hurry(): void {
    this.wanted = true;
    const stamp = this.stampNow();
    if (stamp !== this.stamp) {
      this.stamp = stamp;
      this.names.clear();
      this.reading = undefined;
    }
    const end = performance.now() + patience;
    while (performance.now() < end && this.readOn());
  }

  /** Changes with the files beside the notebook, and with what is installed. */
  private stampNow(): string {
    const { files, folder } = this.host;
    const paths = [...this.projectFiles(), `${folder}/package.json`, `${folder}/node_modules`];
    return paths.map((path) => path + files.stamp(path)).join("\0");
  }

  private projectFiles(): string[] {
    const { files, folder } = this.host;
    return files
      .names(folder)
      .flatMap((name) => (/^\w[\w.-]*(?<!\.d)\.tsx?$/.test(name) ? `${folder}/${name}` : []));
  }

  private *read(): Generator<void, void> {
    for (const path of this.projectFiles()) {
      yield* this.readModule(`./${path.slice(this.host.folder.length + 1).replace(/\.tsx?$/, "")}`);
    }
    for (const name of [...broughtAlong, ...this.dependencies()]) yield* this.readModule(name);
    for (const path of this.project.filesOfFullTypes()) {
      for (const statement of this.project.files.get(path)?.statements ?? [])
        this.readDeclaredModule(statement);
      yield;
    }
  }

  /** The packages that the nearest package.json names. */
  private dependencies(): string[] {
    for (let folder = this.host.folder; ; folder = folderOf(folder)) {
      const text = this.host.files.read(`${folder}/package.json`);
      if (text !== undefined) return dependenciesIn(text);
      if (folderOf(folder) === folder || folder === "") return [];
    }
  }

  private *readModule(module: string): Generator<void, void> {
    const resolved = this.project.resolve(module);
    if (resolved === undefined) return;
    const add = (name: string, isType: boolean): void => {
      if (name === "default") this.add({ module, name: nameOfModule(module), isDefault: true, isType });
      else this.add({ module, name, isDefault: false, isType });
    };
    yield* this.readFile(resolved, add, new Set());
  }

  private *readFile(
    path: string,
    add: (name: string, isType: boolean) => void,
    seen: Set<string>,
  ): Generator<void, void> {
    if (seen.has(path)) return;
    seen.add(path);
    const file = this.project.files.get(path);
    yield;
    for (const statement of file?.statements ?? []) {
      if (ts.isExportDeclaration(statement) && !statement.exportClause) {
        const from = this.project.resolve(textOf(statement.moduleSpecifier), path);
        if (from !== undefined)
          yield* this.readFile(from, (name, isType) => name !== "default" && add(name, isType), seen);
      } else {
        for (const [name, isType] of exportedBy(statement)) add(name, isType);
      }
    }
  }

  /** Reads `declare module "fs" { … }`. */
  private readDeclaredModule(statement: Statement): void {
    if (!ts.isModuleDeclaration(statement) || !ts.isStringLiteral(statement.name)) return;
    const module = statement.name.text;
    if (!this.host.isBuiltin(module) || module.startsWith("node:") || !statement.body) return;
    for (const inner of ts.isModuleBlock(statement.body) ? statement.body.statements : []) {
      for (const [name, isType] of declaredBy(inner)) this.add({ module, name, isDefault: false, isType });
    }
  }

  private add(exported: Exported): void {
    const { name, module } = exported;
    const known = this.names.get(name) ?? [];
    if (known.every((one) => one.module !== module)) this.names.set(name, [...known, exported]);
  }
}

function dependenciesIn(text: string): string[] {
  try {
    const { dependencies, devDependencies } = JSON.parse(text) as Record<string, object | undefined>;
    const names = Object.keys({ ...dependencies, ...devDependencies });
    return names.filter((name) => !name.startsWith("@types/"));
  } catch {
    return [];
  }
}

/** The name that a module's default export goes by: `pLimit` for "p-limit". */
function nameOfModule(module: string): string {
  const last = module.slice(module.lastIndexOf("/") + 1).replace(/\.[cm]?js$/, "");
  return last.replace(
    /[^\p{ID_Continue}$]+(.)?/gu,
    (_, next: string | undefined) => next?.toUpperCase() ?? "",
  );
}

/** The names that a statement exports, and whether each is but a type. */
function exportedBy(statement: Statement): [name: string, isType: boolean][] {
  if (ts.isExportDeclaration(statement)) {
    const { exportClause, isTypeOnly } = statement;
    if (!exportClause) return [];
    if (ts.isNamespaceExport(exportClause)) return [[exportClause.name.text, isTypeOnly]];
    return exportClause.elements.map((one) => [one.name.text, isTypeOnly || one.isTypeOnly]);
  }
  if (ts.isExportAssignment(statement)) return [["default", false]];
  const modifiers = (ts.canHaveModifiers(statement) && ts.getModifiers(statement)) || [];
  const has = (kind: number): boolean => modifiers.some((one) => one.kind === kind);
  if (!has(ts.SyntaxKind.ExportKeyword)) return [];
  return has(ts.SyntaxKind.DefaultKeyword) ? [["default", false]] : declaredBy(statement);
}

/** The names that a statement declares. */
function declaredBy(statement: Statement): [name: string, isType: boolean][] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap(({ name }) =>
      ts.isIdentifier(name) ? [[name.text, false]] : [],
    );
  }
  const { name } = statement as Statement & { name?: Node };
  if (!name || !ts.isIdentifier(name)) return [];
  return [[name.text, ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)]];
}

const textOf = (specifier: Node | undefined): string =>
  specifier && ts.isStringLiteral(specifier) ? specifier.text : "";

/** A text to be written in place of a stretch of a cell. */
export interface TextChange {
  start: number;
  end: number;
  text: string;
}

/** An import that a cell could have, and what to write for it. */
export interface CellImport {
  module: string;
  change: TextChange;
}

/** What makes a cell import a name: another name in an import that there is, or a line of its own. */
export function importChange(code: string, { module, name, isDefault }: Exported): TextChange {
  const cell = parseCell(code);
  const imports = cell.statements.filter((one) => ts.isImportDeclaration(one));
  for (const one of isDefault ? [] : imports) {
    const bindings = one.importClause?.isTypeOnly ? undefined : one.importClause?.namedBindings;
    if (textOf(one.moduleSpecifier) !== module || !bindings || !ts.isNamedImports(bindings)) continue;
    const last = bindings.elements.at(-1);
    const at = last ? last.end : bindings.getStart(cell) + 1;
    return { start: at, end: at, text: last ? `, ${name}` : ` ${name} ` };
  }
  const line = `import ${isDefault ? name : `{ ${name} }`} from ${JSON.stringify(module)};`;
  const last = imports.at(-1);
  if (last) return { start: last.end, end: last.end, text: `\n${line}` };
  // What the first comments say of the cell has to stay first.
  const [first = ""] = /^(?:(?:#!|\/\/ *@|[%!])[^\n]*\n)*/.exec(code) ?? [];
  return { start: first.length, end: first.length, text: `${line}\n` };
}
