import { writeSync } from "node:fs";

/** Tells whoever reads the kernel's log; at once, while a thread's own stderr waits for the main thread. */
export function report(text: string): void {
  writeSync(2, `tslinen: ${text}\n`);
}
