import { platform, type Store } from "../platform";
import type { Content } from "./message";
import { bare, clearTimeout, setTimeout, stringify } from "../originals";

interface Entry {
  /** Which run of the kernel it belongs to. */
  run: string;
  line: number;
  input: string;
  output?: string;
}

/** A row of history_reply: session, line, and input, or input and output. */
type Row = [number, number, string | [string, string | null]];

/** Time, in milliseconds, over which entries are gathered before they are written: cells do not wait for the disk. */
const delay = 300;
/** More entries than this are not kept from one run to the next. */
const kept = 5000;

/** What has been run, in this session and in earlier ones. */
export class History {
  private entries?: Entry[];
  private unsaved = "";
  private timer?: ReturnType<typeof setTimeout>;

  /**
   * @param run - What sets this run of the kernel apart from others.
   * @param store - Where it is kept. Default: with the platform.
   */
  constructor(
    private readonly run: string,
    private readonly store: Store = platform().store,
  ) {}

  /** Adds what is about to be run. */
  add(line: number, input: string): void {
    const entry = bare<Entry>({ run: this.run, line, input });
    this.all().push(entry);
    this.unsaved += `${stringify(entry)}\n`;
    this.timer ??= setTimeout(() => this.save(), delay);
  }

  /** Writes what is new to the store. */
  save(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.unsaved === "") return;
    try {
      this.store.append(this.unsaved);
      this.unsaved = "";
    } catch (error) {
      // A home that cannot be written to must not keep cells from running.
      platform().warn(`the history is not kept: ${(error as Error).message}`);
    }
  }

  /** Adds the result of what was added last under a line. */
  addOutput(line: number, output: string): void {
    const entry = this.all().findLast((one) => one.run === this.run && one.line === line);
    if (entry) entry.output = output;
  }

  /** Answers a history_request. */
  request(content: Content): Row[] {
    const { hist_access_type: access, output, n, pattern, unique, session = 0, start = 0, stop } = content;
    const runs = [...new Set([...this.all().map((entry) => entry.run), this.run])];
    const number = (entry: Entry) => runs.indexOf(entry.run) + 1;
    let found = this.all();
    if (access === "range") {
      const wanted = Number(session) > 0 ? Number(session) : runs.indexOf(this.run) + 1 + Number(session);
      const end = typeof stop === "number" ? stop : Infinity;
      found = found.filter(
        (entry) => number(entry) === wanted && entry.line >= Number(start) && entry.line < end,
      );
    } else {
      if (access === "search") {
        const matches = glob(typeof pattern === "string" ? pattern : "*");
        found = found.filter((entry) => matches.test(entry.input));
        if (unique === true) found = lastOfEach(found);
      }
      if (typeof n === "number") found = n > 0 ? found.slice(-n) : [];
    }
    return found.map((entry) => [
      number(entry),
      entry.line,
      output === true ? [entry.input, entry.output ?? null] : entry.input,
    ]);
  }

  private all(): Entry[] {
    return (this.entries ??= load(this.store));
  }
}

function load(store: Store): Entry[] {
  const lines = store
    .read()
    .split("\n")
    .filter((line) => line !== "");
  const entries = lines.slice(-kept).flatMap(parseEntry);
  if (lines.length > 2 * kept) {
    store.replace(entries.map((entry) => `${stringify(entry)}\n`).join(""));
  }
  return entries;
}

/** A line's entry; none for a line that was cut off or is not ours. */
function parseEntry(line: string): Entry[] {
  try {
    const entry = JSON.parse(line) as Entry;
    return typeof entry.input === "string" && typeof entry.line === "number" ? [entry] : [];
  } catch {
    return [];
  }
}

function lastOfEach(entries: Entry[]): Entry[] {
  const last = new Map<string, Entry>();
  for (const entry of entries) {
    last.delete(entry.input);
    last.set(entry.input, entry);
  }
  return [...last.values()];
}

/** The regular expression of a pattern as shells write them: `*`, `?` and `[…]`. */
function glob(pattern: string): RegExp {
  const source = pattern.replace(/\[!?\]?[^\]]*\]|[\s\S]/g, (part) => {
    if (part === "*") return "[\\s\\S]*";
    if (part === "?") return "[\\s\\S]";
    if (part.length > 1) return part.replace(/\\/g, "\\\\").replace(/^\[!/, "[^");
    return part.replace(/[\\^$.|+(){}[\]/]/, "\\$&");
  });
  return new RegExp(`^${source}$`);
}
