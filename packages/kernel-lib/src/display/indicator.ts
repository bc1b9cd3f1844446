import { newDisplayId } from "./displayId";
import { currentHost, type Host } from "./host";
import { lineOf, type Standing } from "./standing";

/** What shows again and again how far something has come. */
export interface Indicator {
  /** The least time between two updates, in milliseconds. */
  readonly pause: number;
  /** Whether there is something to see before the first round has been gone through. */
  readonly fromStart: boolean;
  show(standing: Standing): void;
  /** Shows how far it came in the end. */
  end(standing: Standing): void;
}

interface Stdout {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** Between two updates of an indicator in its place, in milliseconds. */
export const updatePause = 100;
/** Between two lines where none can be updated. */
const linePause = 5000;

/** A line in a notebook's output. */
function outputLine(host: Host): Indicator {
  const displayId = newDisplayId("progress");
  let update = false;
  const show = (standing: Standing): void => {
    host.display({ "text/plain": lineOf(standing) }, { metadata: {}, displayId, update });
    update = true;
  };
  return { pause: updatePause, fromStart: true, show, end: show };
}

/** A line in a terminal, or lines now and then where they go to a file. */
function terminalLine(): Indicator {
  const stdout = (globalThis as { process?: { stdout?: Stdout } }).process?.stdout;
  if (!stdout?.isTTY) {
    const print = (standing: Standing): void => console.log(lineOf(standing));
    return { pause: linePause, fromStart: false, show: print, end: print };
  }
  let longest = 0;
  const write = (standing: Standing, end: string): void => {
    const line = lineOf(standing);
    longest = Math.max(longest, line.length);
    stdout.write(`\r${line.padEnd(longest)}${end}`);
  };
  return {
    pause: updatePause,
    fromStart: true,
    show: (standing) => write(standing, ""),
    end: (standing) => write(standing, "\n"),
  };
}

let barHere: (() => Indicator | undefined) | undefined;

/**
 * Has notebooks show bars in place of lines.
 *
 * @param bar - Makes one; undefined where the page has none.
 * @example
 * registerBar(() => undefined);
 */
export function registerBar(bar: () => Indicator | undefined): void {
  barHere = bar;
}

/** What shows progress here: a bar, a line that is updated in place, or lines now and then. */
export function indicatorHere(): Indicator {
  const host = currentHost();
  return host.terminal ? terminalLine() : (barHere?.() ?? outputLine(host));
}
