import { caughtAt } from "./catching";
import { completenessOf } from "./completeness";
import { completionsAt } from "./completion";
import type { Checking, Conversion } from "./conversion";
import type { Converter } from "./converter";
import type { Elements } from "./elements";
import type { Emitted } from "./emit";
import { editing, type EditedCell } from "./editing";
import { hoverAt } from "./hover";
import type { Snapshot } from "./project";
import { directives } from "./syntax";

/** A cell, compiled under some checking. */
export interface Converted extends Conversion {
  checking: Checking;
  /** How often the compiler had been asked to convert, to declare or to abandon a cell. */
  turn: number;
}

/** A cell, compiled before it was asked for; under the checking that is usual, unless it says otherwise itself. */
export interface ConvertedAhead extends Converted {
  usual: Checking;
}

/** What the compiler can be asked for. */
export function services(converter: Converter) {
  /** Looks at a cell; and again with all that the host declares, if nothing was found without. */
  const look = <T>(code: string, at: (snapshot: Snapshot) => T, found: (it: T) => boolean): T => {
    const first = at(converter.see(code));
    if (found(first) || converter.project.hasFullTypes) return first;
    converter.project.takeInFullTypes();
    return at(converter.see(code));
  };
  const editor = editing(converter);
  /** How types were checked last: most likely they will be checked so again. */
  let usual: Checking = "error";
  /** How often what cells are compiled in may have changed. */
  let turn = 0;
  return {
    /** Begins with a cell that will be asked for. */
    prepare(request: string, code: string): void {
      const { module, checking = usual } = directives(code);
      if (module !== undefined) return;
      try {
        converter.prepare(request, code, checking);
      } catch {
        // It will fail again when the cell is asked for, and whoever asks hears of it.
      }
    },
    /**
     * Compiles a cell for good, before whoever runs it asks for it; undefined if that cannot be done yet. What it gives
     * holds as long as nothing has been converted, declared or abandoned since.
     */
    convertAhead(request: string, code: string): ConvertedAhead | undefined {
      const { module, checking = usual } = directives(code);
      if (module !== undefined) return undefined;
      const conversion = converter.convertAhead(request, code, checking);
      return conversion && { ...conversion, checking, usual, turn };
    },
    /** Compiles a cell; or, if its first comment says `@module name`, defines that module. */
    convert(code: string, checking: Checking, request?: string): Converted {
      usual = checking;
      turn++;
      const { module, jsx, checking: own = checking } = directives(code);
      if (module === undefined) return { ...converter.convert(code, own, request), checking: own, turn };
      return { diagnostics: converter.addModule(module, code, jsx), checking: own, turn };
    },
    /** Carries the cell compiled last over to the next ones; gives the declarations of all cells. */
    declare(dropped: string[], elements?: Elements): string {
      turn++;
      converter.declare(dropped, elements);
      return converter.declarations;
    },
    /** Forgets the cell compiled last, or only if it is that of a request: it will not be run. */
    abandon(request?: string): void {
      turn++;
      converter.abandon(request);
    },
    /** Compiles code to be evaluated where a cell has stopped. */
    evaluable(code: string, local: string[]): Emitted {
      return converter.evaluable(code, local);
    },
    /** Which places in a script stand in a `try` that catches. */
    caughtAt,
    /** Lets later cells know a name of any type; gives the declarations of all cells. */
    declareAny(name: string): string {
      converter.declareAny(name);
      return converter.declarations;
    },
    hover(code: string, offset: number) {
      return look(
        code,
        (snapshot) => hoverAt(snapshot, offset),
        (hover) => hover !== undefined && hover.signature !== "any",
      );
    },
    complete(code: string, offset: number) {
      return look(
        code,
        (snapshot) => completionsAt(snapshot, offset),
        ({ candidates }) => candidates.length > 0,
      );
    },
    /** Answers what an editor asks about the cells of a notebook. */
    edit(method: string, cells: EditedCell[], index: number, offset: number): unknown {
      const ask = Object.hasOwn(editor, method) ? editor[method as keyof typeof editor] : undefined;
      if (!ask) throw new Error(`expected one of ${Object.keys(editor).join(", ")} as method, got ${method}`);
      return ask(cells, index, offset);
    },
    completeness(code: string) {
      return completenessOf(code);
    },
  };
}

export type Services = ReturnType<typeof services>;

/** The compiler as other threads see it: every service as a function that returns a promise. */
export type Compiler = {
  [Name in keyof Services]: (...args: Parameters<Services[Name]>) => Promise<ReturnType<Services[Name]>>;
};
