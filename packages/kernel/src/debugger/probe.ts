/**
 * What the debugger calls in the thread of cells: it knows names and values there, and gives what can be written as
 * JSON. It is there from the beginning, and does nothing until it is called.
 */
import { bundleOf, plainText, type MimeBundle } from "../cells/bundle";
import { surroundings } from "../cells/evaluate";
import { Lines } from "../cells/lines";
import type { Modules } from "../cells/modules";
import type { Scope } from "../cells/scope";
import { compiledSources } from "../cells/stack";
import type { Variable } from "./messages";
import { namesIn, pathsIn, type Names } from "./names";
import { describe, entriesOf } from "./values";

/** The symbol's description under which the probe is found at `globalThis`. */
export const probeKey = "tslinen.debugger";

/** Until when a value is held: until code goes on, or until the names that cells share are asked for again. */
export type Group = "pause" | "globals";

/** What the probe can be asked. */
export type Probe = ReturnType<typeof probeOf>;

function probeOf(scope: Scope, modules: Modules) {
  const lines = new Lines(() => undefined);
  const held = new Map<number, { group: Group; value: unknown }>();
  let last = 0;

  /** Holds a value under a number. */
  function hold(group: Group, value: unknown): number {
    held.set(++last, { group, value });
    return last;
  }

  const globals = (): Names => {
    const names = Object.create(null) as Names;
    for (const [name, value] of scope.variables()) names[name] = value;
    return names;
  };

  const shown = (group: Group, name: string, value: unknown): Variable => {
    const { isOpen, ...described } = describe(name, value);
    return { ...described, evaluateName: name, variablesReference: isOpen ? hold(group, value) : 0 };
  };

  const valueOf = (id: number): unknown => held.get(id)?.value;

  return {
    /** The code that the kernel has compiled: all of it, or what has one name. */
    sources: compiledSources,
    hold,
    /** Lets go of the values of a group. */
    release(group: Group): void {
      for (const [id, one] of held) if (one.group === group) held.delete(id);
    },
    /** Holds what cells have declared. */
    globals: (group: Group): number => hold(group, globals()),
    /**
     * Holds the names of scopes, inner ones first, as the reader knows them.
     *
     * @param text - The source; if it is null, all names count.
     * @param isCell - Whether the last scope is that of a whole cell, whose names live in boxes: their values are newer.
     * @param self - What `this` means.
     */
    locals(text: string | null, isCell: boolean, self: unknown, ...scopes: Names[]): number {
      const names = namesIn(text, scopes, isCell ? globals() : undefined);
      if (typeof self === "object" && self !== null && self !== globalThis) names.this = self;
      return hold("pause", names);
    },
    /**
     * The names of scopes, which mean something else there than what cells have declared; and where the values of those
     * are that compiled code reads from modules.
     */
    localNames(text: string | null, ...scopes: Names[]): { names: string[]; paths: Record<string, string> } {
      const paths = text === null ? [] : scopes.map((names) => pathsIn(names, text));
      return { names: Object.keys(namesIn(text, scopes)), paths: Object.assign({}, ...paths) };
    },
    /** What is in a value that is held. */
    list(id: number): Variable[] {
      const found = held.get(id);
      if (!found || typeof found.value !== "object" || found.value === null) return [];
      return entriesOf(found.value).map(({ name, value, text }) =>
        text === undefined
          ? shown(found.group, name, value)
          : { name, value: text, type: "", variablesReference: 0 },
      );
    },
    /** A value that is held, as it would be shown below a cell: as text. */
    show(id: number): { result: string; type: string; variablesReference: number } {
      const { type, variablesReference } = shown("pause", "", valueOf(id));
      return { result: plainText(valueOf(id)), type, variablesReference };
    },
    /** All representations of a value that is held; a text for those that take their time. */
    bundle(id: number): MimeBundle {
      const bundle = bundleOf(valueOf(id));
      if (!(bundle instanceof Promise)) return bundle;
      bundle.catch(() => undefined);
      return { "text/plain": plainText(valueOf(id)) };
    },
    /** Gives a name that cells share a value that is held. */
    define(id: number, name: string): void {
      scope.box(name).$ = valueOf(id);
    },
    /** What compiled code is called with. */
    surroundings: () => surroundings(scope, modules, lines),
  };
}

/** Puts the probe where the debugger finds it. */
export function installProbe(scope: Scope, modules: Modules): void {
  Object.defineProperty(globalThis, Symbol.for(probeKey), {
    value: probeOf(scope, modules),
    configurable: true,
  });
}
