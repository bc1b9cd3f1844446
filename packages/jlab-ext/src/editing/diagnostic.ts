import type { Action, Diagnostic } from "@codemirror/lint";
import type { EditorView } from "@codemirror/view";
import type { TranslationBundle } from "@jupyterlab/translation";
import type { Mistake } from "@tslinen/kernel/dist/protocol/editing";

/** The mistakes of a misspelled name, whose place is the name's: of a variable, a property, an option, an export. */
const misspelled = new Set([2551, 2552, 2561, 2724]);

/** From how many modules a name is offered. */
const mostImports = 3;

/**
 * A mistake as the editor shows it; where the compiler knows what was meant, or which modules export it, with buttons
 * that write it.
 */
export function diagnostic(
  { start, end, severity, message, code, imports = [] }: Mistake,
  trans: TranslationBundle,
): Diagnostic {
  const meant = misspelled.has(code)
    ? /Did you mean(?: to write)? '([^']+)'\?/.exec(message)?.[1]
    : undefined;
  const write = (view: EditorView, from: number, to: number, insert: string): void =>
    view.dispatch({ changes: { from, to, insert }, userEvent: "input.complete" });
  const actions: Action[] = imports.slice(0, mostImports).map(({ module, change }) => ({
    name: trans.__("Import from %1", module),
    apply: (view) => write(view, change.start, change.end, change.text),
  }));
  if (meant) {
    actions.push({
      name: trans.__("Change to %1", meant),
      apply: (view, from, to) => write(view, from, to, meant),
    });
  }
  return {
    from: start,
    to: end,
    severity,
    message,
    source: `TS${code}`,
    ...(actions.length > 0 && { actions }),
  };
}
