/** Cells run one after the other, as the kernel runs them, without the threads and sockets around. */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Converter } from "../src/compiler/converter";
import { directives } from "../src/compiler/syntax";
import { reportThrown } from "../src/cells/errors";
import { elementsOf } from "../src/cells/elements";
import { evaluate } from "../src/cells/evaluate";
import { Lines } from "../src/cells/lines";
import { Modules } from "../src/cells/modules";
import { createScope } from "../src/cells/scope";
import { compilerHost } from "../src/node/compilerHost";
import { nodePlatform } from "../src/node/platform";
import { setPlatform } from "../src/platform";

setPlatform(nodePlatform);

/** What became of a cell: its value, the mistakes that the compiler found, or what it threw. */
export type Outcome = { value?: unknown } | { types: string[] } | { thrown: string };

export function nameOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  const { ename, evalue } = reportThrown(thrown);
  return `${ename}: ${evalue}`;
}

/** A session in a folder of its own. */
export class Cells {
  readonly converter: Converter;
  private readonly modules: Modules;
  private scope = createScope();
  /** What lines have written since it was looked at last. */
  written = "";
  private readonly lines = new Lines((_, text) => {
    this.written += text;
  });

  constructor(readonly folder = mkdtempSync(join(tmpdir(), "cells-"))) {
    this.converter = new Converter(compilerHost(folder));
    this.modules = new Modules(folder, {});
  }

  /** Runs a cell. */
  async run(code: string): Promise<Outcome> {
    const cell = this.converter.convert(code, directives(code).checking);
    if (cell.output === undefined || cell.onlyImports) {
      if (cell.onlyImports) {
        await evaluate("cell", code, cell, this.scope, this.modules, this.lines);
        this.declare([]);
      }
      return { types: cell.diagnostics.map(({ message }) => message.split("\n")[0] as string) };
    }
    this.modules.update(cell.sideModules ?? [], cell.aliases);
    const unreached = this.scope.watch(cell.names ?? []);
    try {
      const value = await evaluate("cell", code, cell, this.scope, this.modules, this.lines);
      this.declare([]);
      return value === undefined ? {} : { value };
    } catch (thrown) {
      this.declare(unreached());
      return { thrown: nameOf(thrown) };
    }
  }

  private declare(missing: string[]): void {
    this.converter.declare(missing, elementsOf(this.scope.variables()));
  }

  /** Forgets what cells have declared. */
  reset(): void {
    this.scope = createScope();
    this.converter.declarations = "";
  }

  /** Runs several cells, and gives what became of the last. */
  async last(...codes: string[]): Promise<Outcome> {
    let outcome: Outcome = {};
    for (const code of codes) outcome = await this.run(code);
    return outcome;
  }
}
