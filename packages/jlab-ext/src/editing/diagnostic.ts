import type { Diagnostic } from "@codemirror/lint";
import type { EditorView } from "@codemirror/view";
import type { TranslationBundle } from "@jupyterlab/translation";
import type { Mistake } from "@tslinen/kernel/dist/protocol/editing";

/** The mistakes of a misspelled name, whose place is the name's: of a variable, a property, an option, an export. */
const misspelled = new Set([2551, 2552, 2561, 2724]);

/** A mistake as the editor shows it; where the compiler knows what was meant, with a button that writes it. */
export function diagnostic(
  { start, end, severity, message, code }: Mistake,
  trans: TranslationBundle,
): Diagnostic {
  const meant = misspelled.has(code)
    ? /Did you mean(?: to write)? '([^']+)'\?/.exec(message)?.[1]
    : undefined;
  const action = meant && {
    name: trans.__("Change to %1", meant),
    apply: (view: EditorView, from: number, to: number) =>
      view.dispatch({ changes: { from, to, insert: meant }, userEvent: "input.complete" }),
  };
  return {
    from: start,
    to: end,
    severity,
    message,
    source: `TS${code}`,
    ...(action && { actions: [action] }),
  };
}
