/**
 * What the debugger calls in the thread of cells: it knows names and values there, and gives what can be written as
 * JSON. It is there from the beginning, and does nothing until it is called.
 */
import { bundleOf, plainText, type MimeBundle } from "../cells/bundle";
import { parameters, surroundings } from "../cells/evaluate";
import { Lines } from "../cells/lines";
import type { Modules } from "../cells/modules";
import type { Scope } from "../cells/scope";
import { compiledSources } from "../cells/stack";
import { describe, describeEntries, entriesOf } from "./values";

/** The symbol's description under which the probe is found at `globalThis`. */
export const probeKey = "tslinen.debugger";

/** What the probe can be asked. */
export type Probe = ReturnType<typeof probeOf>;

/** Values by name, made anew for each question: what is in it can be asked for later. */
type Names = Record<string, unknown>;

function probeOf(scope: Scope, modules: Modules) {
  const lines = new Lines(() => undefined);
  const globals = (): Names =>
    Object.assign(
      Object.create(null) as Names,
      Object.fromEntries(scope.names().map((name) => [name, scope.box(name).$])),
    );
  /**
   * The names of scopes, inner ones first, as the reader knows them: those that stand in the source.
   *
   * @param text - The source; if it is null, all names count.
   * @param isCell - Whether the last scope is that of a whole cell, whose names live in boxes: their values are newer.
   * @param self - What `this` means.
   */
  function locals(text: string | null, isCell: boolean, self: unknown, ...scopes: Names[]): Names {
    const found = Object.create(null) as Names;
    const shared = isCell ? globals() : {};
    scopes.forEach((names, index) => {
      const isWhole = isCell && index === scopes.length - 1;
      for (const name of Object.keys(names)) {
        if (name in found || (text !== null && !isWritten(name, text))) continue;
        if (isWhole ? name in shared : !parameters.includes(name)) {
          found[name] = isWhole ? shared[name] : valueOf(names, name);
        }
      }
      if (text === null || isWhole) return;
      for (const [name, path] of Object.entries(pathsIn(names, text))) found[name] ??= valueAt(names, path);
    });
    if (typeof self === "object" && self !== null && self !== globalThis) found.this = self;
    return found;
  }

  return {
    /** The code that the kernel has compiled: all of it, or what has one name. */
    sources: compiledSources,
    /** What cells have declared. */
    globals,
    locals,
    /**
     * The names of {@link locals}, which mean something else than what cells have declared; and where the values of
     * those are that compiled code reads from modules.
     */
    localNames(...scopes: Parameters<typeof locals>): { names: string[]; paths: Record<string, string> } {
      const [text, , , ...all] = scopes;
      const paths = text === null ? [] : all.map((names) => pathsIn(names, text));
      return { names: Object.keys(locals(...scopes)), paths: Object.assign({}, ...paths) };
    },
    /** What is in a value, each thing with its place among the others. */
    list: describeEntries,
    /** What stands at a place among the things in a value. */
    at(index: number, value: object): unknown {
      return entriesOf(value)[index]?.value;
    },
    /** A value with its name. */
    describe,
    /** A value as text, as below a cell. */
    text: plainText,
    /** All representations of a value; a text for those that take their time. */
    bundle(value: unknown): MimeBundle {
      const bundle = bundleOf(value);
      if (!(bundle instanceof Promise)) return bundle;
      bundle.catch(() => undefined);
      return { "text/plain": plainText(value) };
    },
    /** Gives a name that cells share a value. */
    define(name: string, value: unknown): void {
      scope.box(name).$ = value;
    },
    /** What compiled code is called with. */
    surroundings: () => surroundings(scope, modules, lines),
  };
}

/** Of what a file imports and exports, the names in its source, and where compiled code reads their values. */
function pathsIn(scope: Names, text: string): Record<string, string> {
  const isModule = (name: string): boolean =>
    name === "exports" || (/_\d+$/.test(name) && !isWritten(name, text));
  const paths = Object.keys(scope)
    .filter(isModule)
    .flatMap((holder) => {
      const module = valueOf(scope, holder);
      const names = typeof module === "object" && module !== null ? Object.keys(module) : [];
      return names
        .filter((name) => !(name in scope) && isWritten(name, text))
        .map((name) => [name, `${holder}.${name}`]);
    });
  return Object.fromEntries(paths) as Record<string, string>;
}

function valueAt(scope: Names, path: string): unknown {
  const [holder = "", name = ""] = path.split(".");
  return valueOf(valueOf(scope, holder) as Names, name);
}

/** Whether a name stands in a text, as a word of its own. */
function isWritten(name: string, text: string): boolean {
  const part = /[\p{ID_Continue}$]/u;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const [before = "", after = ""] = [text[at - 1], text[at + name.length]];
    if (!part.test(before) && !part.test(after)) return true;
  }
  return false;
}

/** The value of a name of a scope; undefined before it has one. */
function valueOf(names: Names, name: string): unknown {
  try {
    return names[name];
  } catch {
    return undefined;
  }
}

/** Puts the probe where the debugger finds it. */
export function installProbe(scope: Scope, modules: Modules): void {
  Object.defineProperty(globalThis, Symbol.for(probeKey), {
    value: probeOf(scope, modules),
    configurable: true,
  });
}
