import { now } from "@tslinen/kernel/dist/originals";
import { formatWithOptions, inspect, type InspectOptions } from "node-inspect-extracted";
import { tableOf } from "./table";

/** The streams that a console writes to. */
export type StreamName = "stdout" | "stderr";

/** The console of Node.js, on streams of one's own. */
export class CellConsole {
  private readonly counts = new Map<string, number>();
  private readonly timers = new Map<string, number>();
  private indent = "";

  constructor(
    private readonly write: (name: StreamName, text: string) => void,
    private readonly clearAll: () => void,
  ) {}

  log(...data: unknown[]): void {
    this.print("stdout", formatWithOptions({}, ...data));
  }
  info(...data: unknown[]): void {
    this.log(...data);
  }
  debug(...data: unknown[]): void {
    this.log(...data);
  }
  dirxml(...data: unknown[]): void {
    this.log(...data);
  }
  warn(...data: unknown[]): void {
    this.print("stderr", formatWithOptions({}, ...data));
  }
  error(...data: unknown[]): void {
    this.warn(...data);
  }
  trace(...data: unknown[]): void {
    const stack = String(new Error().stack).split("\n").slice(1);
    this.warn([["Trace", formatWithOptions({}, ...data)].filter(Boolean).join(": "), ...stack].join("\n"));
  }
  dir(value: unknown, options?: InspectOptions): void {
    this.print("stdout", inspect(value, { customInspect: false, ...options }));
  }
  table(data: unknown, properties?: readonly string[]): void {
    if (properties !== undefined && !Array.isArray(properties)) {
      throw new TypeError(
        `console.table: expected an array of names as properties, got ${inspect(properties)}`,
      );
    }
    const table = tableOf(data, properties);
    if (table === undefined) this.log(data);
    else this.log(table);
  }
  assert(condition?: unknown, ...data: unknown[]): void {
    if (condition) return;
    const [first, ...rest] = data;
    if (data.length === 0) this.warn("Assertion failed");
    else this.warn(`Assertion failed: ${String(first)}`, ...rest);
  }
  count(label = "default"): void {
    const count = (this.counts.get(label) ?? 0) + 1;
    this.counts.set(label, count);
    this.log(`${label}: ${count}`);
  }
  countReset(label = "default"): void {
    this.counts.delete(label);
  }
  time(label = "default"): void {
    this.timers.set(label, now());
  }
  timeLog(label = "default", ...data: unknown[]): void {
    const started = this.timers.get(label);
    if (started === undefined) this.warn(`Warning: No such label '${label}' for console.timeLog()`);
    else this.log(`${label}: ${(now() - started).toFixed(3)}ms`, ...data);
  }
  timeEnd(label = "default"): void {
    this.timeLog(label);
    this.timers.delete(label);
  }
  group(...label: unknown[]): void {
    if (label.length > 0) this.log(...label);
    this.indent += "  ";
  }
  groupCollapsed(...label: unknown[]): void {
    this.group(...label);
  }
  groupEnd(): void {
    this.indent = this.indent.slice(2);
  }
  clear(): void {
    this.clearAll();
  }

  private print(name: StreamName, text: string): void {
    this.write(name, `${this.indent ? text.replace(/^/gm, this.indent) : text}\n`);
  }
}
