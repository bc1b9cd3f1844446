import type { Compiler } from "../compiler/client";
import type { Checking, Conversion } from "../compiler/converter";
import type { Diagnostic } from "../compiler/diagnostics";
import { bundleOf, type MimeBundle } from "../rich/bundle";
import { codeFrame, red } from "../run/codeFrame";
import { reportThrown, type ErrorReport } from "../run/errors";
import { evaluate } from "../run/evaluate";
import type { Modules } from "../run/modules";
import { createScope } from "../run/scope";
import { inCell, type Cell } from "./cell";
import type { Output } from "./output";

/** Runs cells one after the other, each in the scope that the ones before have left. */
export class Execution {
  /** How types are checked, unless a cell says otherwise. */
  checking: Checking;
  /** The declarations of all cells so far. */
  declarations = "";
  private readonly scope = createScope();

  constructor(
    private readonly compiler: Compiler,
    private readonly modules: Modules,
    private readonly output: Output,
    checking: Checking,
  ) {
    this.checking = checking;
  }

  /**
   * Runs a cell.
   *
   * @returns The error that ended it, or the representations of its result, if it has one.
   */
  async run(cell: Cell, code: string): Promise<{ error: ErrorReport } | { result?: MimeBundle }> {
    const name = `In[${cell.silent ? "silent" : cell.count}]`;
    const conversion = await cell.unlessInterrupted(
      this.compiler.convert(this.declarations, code, this.checking),
    );
    if (conversion.diagnostics.length > 0) {
      const report = reportDiagnostics(name, code, conversion.diagnostics);
      if (conversion.output === undefined) return { error: report };
      if (conversion.checking === "warn")
        this.output.stream(cell, "stderr", `${report.traceback.join("\n")}\n`);
    }
    if (conversion.output === undefined) return {};
    try {
      const value = await cell.unlessInterrupted(
        inCell(cell, () => evaluate(name, code, conversion, this.scope, this.modules)),
      );
      this.declarations = conversion.declarations ?? "";
      if (value === undefined) return {};
      return { result: await cell.unlessInterrupted(inCell(cell, () => bundleOf(value))) };
    } catch (thrown) {
      await this.keepWhatIsThere(conversion);
      return { error: reportThrown(thrown) };
    }
  }

  /** Evaluates an expression for user_expressions, leaving no trace. */
  async expression(cell: Cell, code: string): Promise<Record<string, unknown>> {
    const name = "user expression";
    const conversion = await this.compiler.convert(this.declarations, `(${code}\n)`, this.checking);
    if (conversion.output === undefined) {
      return { status: "error", ...reportDiagnostics(name, code, conversion.diagnostics) };
    }
    try {
      const value = await cell.unlessInterrupted(
        inCell(cell, () => evaluate(name, code, conversion, this.scope, this.modules)),
      );
      return { status: "ok", data: await bundleOf(value), metadata: {} };
    } catch (thrown) {
      return { status: "error", ...reportThrown(thrown) };
    }
  }

  /** After an interrupt or an error, carries on with those names of the cell that have got a value. */
  async keepWhatIsThere({ names = [], declarations = "" }: Conversion): Promise<void> {
    this.declarations = await this.compiler.keep(declarations, this.scope.missing(names));
  }
}

/** Diagnostics as an error: the first one names it, all are shown. */
export function reportDiagnostics(
  name: string,
  code: string,
  diagnostics: readonly Diagnostic[],
): ErrorReport {
  const first = diagnostics[0] as Diagnostic;
  const traceback = diagnostics.map((diagnostic) => {
    const { start, end, file, message } = diagnostic;
    const place = `${file?.path ?? name}:${start.line + 1}:${start.character + 1}`;
    const width = end.line === start.line ? end.character - start.character : Infinity;
    const frame = codeFrame(file?.text ?? code, start.line + 1, start.character + 1, width);
    return `${place} - ${red(`error TS${diagnostic.code}`)}: ${message}\n\n${frame}\n`;
  });
  return {
    ename: first.code < 2000 ? "SyntaxError" : "TypeScriptError",
    evalue: `${first.message} (TS${first.code}, line ${first.start.line + 1})`,
    traceback,
  };
}
