import type { Compiler } from "../compiler/client";
import type { Checking } from "../compiler/converter";
import type { Diagnostic } from "../compiler/diagnostics";
import { bundleOf, type MimeBundle } from "../rich/bundle";
import { codeFrame, red } from "../run/codeFrame";
import { reportThrown, type ErrorReport } from "../run/errors";
import { evaluate, rehearse } from "../run/evaluate";
import type { Modules } from "../run/modules";
import { createScope } from "../run/scope";
import { inCell, type Cell } from "./cell";
import type { Output } from "./output";

/** Runs cells one after the other, each in the scope that the ones before have left. */
export class Execution {
  /** How types are checked, unless a cell says otherwise. */
  checking: Checking;
  /** Of a cell that has run and is still to be declared, the names that got no value. */
  private undeclared?: string[];
  private readonly scope = createScope();

  constructor(
    private readonly compiler: Compiler,
    private readonly modules: Modules,
    private readonly output: Output,
    checking: Checking,
  ) {
    this.checking = checking;
  }

  /** Lets the cell that has run last be seen by whatever is compiled from now on. */
  declare(): void {
    if (this.undeclared) void this.compiler.declare(this.undeclared);
    this.undeclared = undefined;
  }

  /**
   * Runs a cell.
   *
   * @returns The error that ended it, or the representations of its result, if it has one.
   */
  async run(cell: Cell, code: string): Promise<{ error: ErrorReport } | { result?: MimeBundle }> {
    const name = `In[${cell.silent ? "silent" : cell.count}]`;
    const converting = this.compiler.convert(code, this.checking, cell.request.header.msg_id);
    setImmediate(rehearse);
    const conversion = await cell.unlessInterrupted(converting);
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
      this.undeclared = [];
      if (value === undefined) return {};
      return { result: await cell.unlessInterrupted(inCell(cell, () => bundleOf(value))) };
    } catch (thrown) {
      // After an interrupt or an error, those names of the cell stay that have got a value.
      this.undeclared = this.scope.missing(conversion.names ?? []);
      return { error: reportThrown(thrown) };
    }
  }

  /** Evaluates an expression for user_expressions, leaving no trace. */
  async expression(cell: Cell, code: string): Promise<Record<string, unknown>> {
    const name = "user expression";
    this.declare();
    const conversion = await this.compiler.convert(`(${code}\n)`, this.checking);
    // It declares nothing, and the compiler waits to hear so.
    this.undeclared = [];
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
