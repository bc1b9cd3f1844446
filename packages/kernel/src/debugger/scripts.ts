import type { CompiledSource } from "../cells/stack";
import { SourceMap } from "../cells/sourceMap";
import { isAbsolute } from "../paths";
import type { ParsedScript, Place } from "./engine";

/** Code that the kernel has compiled, as the engine has it. */
export interface OwnScript {
  scriptId: string;
  /** The name in stack traces, such as `In[3]`. */
  name: string;
  /** The path by which the reader knows the source. */
  path: string;
  text: string;
  map: SourceMap;
  /** How many lines of the script come from the source: what stands before and after is the kernel's. */
  lines: number;
}

/** A place in a source as the reader sees it, counted from one. */
export interface SourcePlace {
  path: string;
  name: string;
  line: number;
  column: number;
}

/** How scripts are told apart. */
export interface ScriptOptions {
  /** The path by which the reader knows a cell. */
  cellPath(code: string): string;
  /** Whether a script is a part of the kernel or of what it brings, by its address. */
  isHidden(url: string): boolean;
  /** Whether it is a part of the kernel. */
  isKernel(url: string): boolean;
}

/** The scripts that the engine has read, and where their code comes from. */
export class Scripts {
  private readonly parsed = new Map<string, ParsedScript>();
  private readonly own = new Map<string, OwnScript>();

  constructor(private readonly options: ScriptOptions) {}

  /** Takes note of a script. */
  note(script: ParsedScript): void {
    this.parsed.set(script.scriptId, script);
  }

  /** The name in stack traces of a script that may be the kernel's own work. */
  nameOf(scriptId: string): string | undefined {
    const url = this.parsed.get(scriptId)?.url;
    return url === undefined ? undefined : pathOf(url);
  }

  /** Whether a script is a part of the kernel. */
  isKernel(scriptId: string): boolean {
    return this.options.isKernel(this.parsed.get(scriptId)?.url ?? "");
  }

  /** The number that the engine gives the first line of a script. */
  firstLine(scriptId: string): number {
    return this.parsed.get(scriptId)?.startLine ?? 0;
  }

  /** Connects all scripts with the sources they were compiled from. Of those compiled twice, the latest is known. */
  adoptAll(sources: readonly [name: string, source: CompiledSource][]): void {
    const byName = new Map(sources);
    for (const scriptId of this.parsed.keys()) {
      const name = this.nameOf(scriptId) ?? "";
      const source = byName.get(name);
      if (source) this.adopt(scriptId, name, source);
    }
  }

  /** Connects a script with the source it was compiled from, unless it is another one of that name. */
  adopt(scriptId: string, name: string, { text, map, lines }: CompiledSource): OwnScript | undefined {
    const { startLine, endLine } = this.parsed.get(scriptId) ?? { startLine: 0, endLine: 0 };
    if (map === "" || endLine - startLine !== lines + 1) return undefined;
    const path = isAbsolute(name) ? name : this.options.cellPath(text);
    const script = { scriptId, name, path, text, map: new SourceMap(map), lines };
    this.own.set(scriptId, script);
    return script;
  }

  /** Code that the kernel has compiled. */
  ownScript(scriptId: string): OwnScript | undefined {
    return this.own.get(scriptId);
  }

  /** All that was compiled from a source. */
  ofPath(path: string): OwnScript[] {
    return [...this.own.values()].filter((script) => script.path === path);
  }

  /** Where a place comes from; undefined if that is no business of the reader's. */
  sourceOf({ scriptId, lineNumber, columnNumber = 0 }: Place): SourcePlace | undefined {
    const own = this.own.get(scriptId);
    if (own) {
      if (lineNumber < 0 || lineNumber >= own.lines) return undefined;
      const place = own.map.original({ line: lineNumber, column: columnNumber });
      return place && { path: own.path, name: own.name, line: place.line + 1, column: place.column + 1 };
    }
    const url = this.parsed.get(scriptId)?.url ?? "";
    const path = pathOf(url);
    if (!isAbsolute(path) || this.options.isHidden(url)) return undefined;
    return { path, name: path, line: lineNumber + 1, column: columnNumber + 1 };
  }

  /** The paths of all files whose code is there: those of the project, and of packages. */
  paths(): string[] {
    const all = [...this.parsed.values()].flatMap(({ url, scriptId }) => {
      const path = pathOf(url);
      return isAbsolute(path) && (this.own.has(scriptId) || !this.options.isHidden(url)) ? path : [];
    });
    return [...new Set(all)].sort();
  }
}

/** The path of an address; other names as they are. */
export function pathOf(url: string): string {
  if (!url.startsWith("file://")) return url;
  return decodeURIComponent(new URL(url).pathname).replace(/^\/(?=[a-z]:)/i, "");
}
