import { Session } from "node:inspector";

/** How often, in milliseconds, to look. */
const interval = 200;
/** The part of the limit that the process has to have for a look at the heap. */
const suspicious = 0.6;
/** The part of the limit that is worth a word, and in how many looks one after the other: garbage may go meanwhile. */
const full = 0.8;
const looks = 3;

/**
 * Watches the heap of the main thread, from another thread: past its limit, the engine ends the whole process.
 *
 * @param limit - The limit, in bytes.
 * @param filled - Called with the bytes in use when the limit is near, once until there is room again.
 */
export function watchMemory(limit: number, filled: (used: number) => void): void {
  let inspector: Session | undefined;
  let isAsking = false;
  let seen = 0;
  setInterval(() => {
    if (isAsking) return;
    if (process.memoryUsage.rss() < suspicious * limit) {
      inspector?.disconnect();
      inspector = undefined;
      return;
    }
    if (!inspector) {
      inspector = new Session();
      inspector.connectToMainThread();
    }
    isAsking = true;
    inspector.post("Runtime.getHeapUsage", (error, answer) => {
      isAsking = false;
      if (error || !answer) return;
      const { usedSize } = answer as { usedSize: number };
      seen = usedSize > full * limit ? seen + 1 : 0;
      if (seen === looks) filled(usedSize);
    });
  }, interval).unref();
}

const gigabytes = (bytes: number): string => (bytes / 2 ** 30).toFixed(1);

/** What the reader is told when the limit is near. */
export function memoryText(used: number, limit: number): string {
  return (
    `The kernel has ${gigabytes(used)} GB of JavaScript objects; with ${gigabytes(limit)} GB it will end, and lose all ` +
    "variables. Stop the cell if it should not need that much. Typed arrays and tslinen's arrays do not count; the " +
    "environment variable NODE_OPTIONS=--max-old-space-size=8192 allows 8 GB.\n"
  );
}
