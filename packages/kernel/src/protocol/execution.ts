import { bundleOf, type MimeBundle } from "../cells/bundle";
import { elementsOf } from "../cells/elements";
import { reportDiagnostics, reportThrown, type ErrorReport } from "../cells/errors";
import { evaluate } from "../cells/evaluate";
import { Lines } from "../cells/lines";
import type { Modules } from "../cells/modules";
import { createScope } from "../cells/scope";
import type { Checking, Conversion } from "../compiler/conversion";
import type { Compiler, Converted, ConvertedAhead } from "../compiler/services";
import { bare, Promise } from "../originals";
import { platform } from "../platform";
import { Ahead } from "./ahead";
import { inCell, type Cell } from "./cell";
import type { Output } from "./output";

/**
 * The life of what is to be run: compiled, running, declared. Each cell runs in the scope that the ones before have
 * left. Whatever fails on the way, in the cell, the compiler or here, becomes the error that is answered.
 */
export class Execution {
  /** How types are checked, unless a cell says otherwise. */
  checking: Checking;
  /** Of a cell that has run and is still to be declared, the names that got no value. */
  private undeclared?: string[];
  readonly scope = createScope();
  private readonly ahead = new Ahead();
  /** How often the compiler has been asked to convert, to declare or to abandon a cell. */
  private turn = 0;

  constructor(
    private readonly compiler: Compiler,
    private readonly modules: Modules,
    private readonly output: Output,
    checking: Checking,
  ) {
    this.checking = checking;
  }

  /**
   * Runs a cell to its very end, with the hooks and stray errors that belong to it.
   *
   * @param show - Shows the representations of the cell's value.
   * @returns The error that ended it, if one did.
   */
  async run(cell: Cell, code: string, show: (result: MimeBundle) => void): Promise<ErrorReport | undefined> {
    let error: ErrorReport | undefined;
    const attempt = async (step: () => unknown): Promise<void> => {
      try {
        await step();
      } catch (thrown) {
        error ??= reportThrown(thrown);
      }
    };
    await attempt(async () => {
      const name = `In[${cell.silent ? "silent" : cell.count}]`;
      const converting = this.compile(code, cell.request.header.msg_id);
      const conversion = await this.unlessAbandoned(cell, converting);
      error = this.mistakesIn(cell, name, code, conversion);
      if (conversion.output === undefined) return;
      const result = await this.evaluate(cell, name, code, conversion);
      if (result && !cell.silent) show(result);
    });
    if (cell.endHooks.length > 0) this.output.release();
    for (const hook of cell.endHooks) {
      await attempt(() => cell.unlessInterrupted(() => inCell(cell, hook)));
    }
    // Rejections that nobody handles are reported when the event loop turns. By its second turn, every request that has
    // arrived is in the queue: the first may have begun before the messages came in.
    for (let turn = 0; turn < 2; turn++) {
      await new Promise<void>((turned) => platform().soon(turned));
    }
    for (const stray of cell.strayErrors) {
      const report = reportThrown(stray);
      if (error && !cell.silent) this.output.error(cell, report);
      error ??= report;
    }
    return error;
  }

  /** Evaluates an expression for user_expressions, leaving no trace. */
  async expression(cell: Cell, code: string): Promise<Record<string, unknown>> {
    const name = "user expression";
    this.declare();
    try {
      const conversion = await this.unlessAbandoned(cell, this.compile(`(${code}\n)`));
      if (conversion.output === undefined) {
        return bare({ status: "error", ...reportDiagnostics(name, code, conversion.diagnostics) });
      }
      const data = await this.evaluate(cell, name, code, conversion);
      return bare({ status: "ok", data: data ?? (await bundleOf(undefined)), metadata: {} });
    } catch (thrown) {
      return bare({ status: "error", ...reportThrown(thrown) });
    }
  }

  /** The variables that cells have declared, with their values. */
  variables(): [name: string, value: unknown][] {
    return this.scope.variables();
  }

  /** Lets the cell that has run last be seen by whatever is compiled from now on. */
  declare(): void {
    const { undeclared } = this;
    this.undeclared = undefined;
    if (!undeclared) return;
    this.turn++;
    this.compiler.declare(undeclared, elementsOf(this.variables())).catch((error: Error) => {
      platform().warn(`later cells do not know a cell's names: ${error.message}`);
    });
  }

  /** Notes that the cell of a request that comes is being compiled already. */
  expect(request: string): void {
    this.ahead.expect(request);
  }

  /** Takes in a cell that has been compiled before it was asked for; or that this could not be done yet. */
  takeIn(request: string, converted?: ConvertedAhead): void {
    this.ahead.arrive(request, converted && bare(converted));
  }

  /** Forgets a request's cell: it will not be run. */
  forget(request: string): void {
    if (!this.ahead.has(request)) return;
    this.abandon(request);
    void this.ahead.take(request).then((converted) => converted && this.takeInFiles(converted));
  }

  /** Has code compiled, unless that has been done already and nothing has happened since. */
  private async compile(code: string, request?: string): Promise<Converted> {
    const ahead = request === undefined ? undefined : await this.ahead.take(request);
    if (ahead) this.takeInFiles(ahead);
    if (ahead && ahead.turn === this.turn && ahead.usual === this.checking) return ahead;
    const turn = ++this.turn;
    const converted = await this.compiler.convert(code, this.checking, request);
    // A compiler that was started anew has begun to count anew.
    this.turn += converted.turn - turn;
    this.takeInFiles(converted);
    return converted;
  }

  /** Takes in files of the project that come with a cell, even if nobody waits for it any longer. */
  private takeInFiles({ sideModules = [], aliases }: Conversion): void {
    this.modules.update(sideModules, aliases);
  }

  private abandon(request?: string): void {
    this.turn++;
    this.compiler.abandon(request).catch(() => undefined);
  }

  /** Waits for code to be compiled, unless the cell is interrupted: the compiler then forgets the code. */
  private async unlessAbandoned(cell: Cell, converting: Promise<Converted>): Promise<Converted> {
    try {
      return await cell.unlessInterrupted(() => converting);
    } catch (thrown) {
      this.abandon();
      throw thrown;
    }
  }

  /** Reports what the compiler found; gives it as an error if it stops the cell. */
  private mistakesIn(
    cell: Cell,
    name: string,
    code: string,
    { diagnostics, output, checking, onlyImports }: Converted,
  ): ErrorReport | undefined {
    if (diagnostics.length === 0) return undefined;
    const report = reportDiagnostics(name, code, diagnostics);
    if (output === undefined || onlyImports) return report;
    if (checking === "warn") this.output.stream(cell, "stderr", `${report.traceback.join("\n")}\n`);
    return undefined;
  }

  /** Runs compiled code; gives the representations of its value, if it has one. */
  private async evaluate(
    cell: Cell,
    name: string,
    code: string,
    conversion: Conversion,
  ): Promise<MimeBundle | undefined> {
    const lines = new Lines((stream, text) => this.output.stream(cell, stream, text));
    const unreached = this.scope.watch(conversion.names ?? []);
    try {
      const value = await cell.unlessInterrupted(() =>
        inCell(cell, () => evaluate(name, code, conversion, this.scope, this.modules, lines)),
      );
      if (!conversion.brevity?.leavesNothing) this.undeclared = [];
      if (value === undefined) return undefined;
      return await cell.unlessInterrupted(() => inCell(cell, () => bundleOf(value)));
    } catch (thrown) {
      lines.interrupt();
      // After an interrupt or an error, those names of the cell are declared that have got a value.
      if (!conversion.brevity?.leavesNothing) this.undeclared = unreached();
      throw thrown;
    }
  }
}
