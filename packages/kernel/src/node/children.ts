import childProcess, { ChildProcess, type SpawnSyncReturns } from "node:child_process";
import { syncBuiltinESMExports } from "node:module";
import process from "node:process";
import type { Interrupts } from "./interrupts";

type Stdio = string | readonly unknown[] | undefined;
type Options = { stdio?: Stdio };
const streams = { 1: "stdout", 2: "stderr" } as const;

/** The streams of this process that a child would write to, as pairs of its number for them and ours. */
function inherited(stdio: Stdio): [index: 1 | 2, target: 1 | 2][] {
  const targetOf = (index: 1 | 2): 1 | 2 | undefined => {
    const value = typeof stdio === "string" ? stdio : stdio?.[index];
    if (value === "inherit") return index;
    if (value === 1 || value === process.stdout) return 1;
    return value === 2 || value === process.stderr ? 2 : undefined;
  };
  return ([1, 2] as const).flatMap((index) => {
    const target = targetOf(index);
    return target ? [[index, target]] : [];
  });
}

/** Streams with pipes in place of those of this process. */
function piped(stdio: Stdio, pairs: readonly [number, number][]): unknown[] {
  const all: unknown[] = typeof stdio === "string" ? [stdio, stdio, stdio] : [...(stdio ?? [])];
  for (const [index] of pairs) all[index] = "pipe";
  return all;
}

const write = (target: 1 | 2, data: unknown): void => {
  if (data) process[streams[target]].write(data as Uint8Array);
};

/**
 * Gives the cells what their children write to the standard streams they inherit, which are those of whoever has started
 * the kernel; and notes which children run on their own, for an interrupt to leave them alone.
 */
export function watchChildren(interrupts: Interrupts): void {
  const prototype = ChildProcess.prototype as ChildProcess & { spawn(options: Options): number };
  const { spawn } = prototype;
  prototype.spawn = function (options) {
    const pairs = inherited(options.stdio);
    const changed = pairs.length > 0 ? { ...options, stdio: piped(options.stdio, pairs) } : options;
    const result = spawn.call(this, changed as Options);
    if (this.pid !== undefined) interrupts.addChild(this.pid);
    for (const [index, target] of pairs) {
      const name = streams[index];
      this[name]?.on("data", (data) => write(target, data));
      Object.assign(this, { [name]: null });
    }
    return result;
  };

  const module = childProcess as unknown as Record<string, (...args: unknown[]) => unknown>;
  for (const name of ["spawnSync", "execSync", "execFileSync"]) {
    const original = module[name] as (...args: unknown[]) => unknown;
    module[name] = (...args) => {
      const at = args.findIndex((one, index) => index > 0 && one !== null && isOptions(one));
      const { stdio, ...options } = (args[at] ?? {}) as Options;
      const pairs = inherited(stdio);
      if (pairs.length === 0) return original(...args);
      if (name === "spawnSync") {
        args[at] = { ...options, stdio: piped(stdio, pairs) };
        const result = original(...args) as SpawnSyncReturns<unknown>;
        for (const [index, target] of pairs) write(target, result[streams[index]]);
        return { ...result, ...Object.fromEntries(pairs.map(([index]) => [streams[index], null])) };
      }
      // Told nothing, the other two write what comes from stderr to ours, and give what comes from stdout.
      args[at] = pairs.some(([index]) => index === 2) ? options : { ...options, stdio: piped(stdio, pairs) };
      const target = pairs.find(([index]) => index === 1)?.[1];
      try {
        const output = original(...args);
        if (target) write(target, output);
        return target ? null : output;
      } catch (error) {
        if (target) write(target, (error as SpawnSyncReturns<unknown>).stdout);
        throw error;
      }
    };
  }
  syncBuiltinESMExports();
}

const isOptions = (value: unknown): boolean => typeof value === "object" && !Array.isArray(value);
