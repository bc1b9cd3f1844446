import { currentHost, type CapturedOutput } from "./host";

const flushes: (() => void)[] = [];

/**
 * Has a function be called before outputs are captured, such as one that shows what has been drawn before.
 *
 * @param flush - Puts out what waits for the end of the cell.
 * @example
 * beforeCapture(() => undefined);
 */
export function beforeCapture(flush: () => void): void {
  flushes.push(flush);
}

/**
 * Runs a function whose outputs go to a receiver, not to the cell. What it throws is one of them.
 *
 * @param run - The function, which may be asynchronous; it begins at once.
 * @param receive - Takes an output, and tells whether it does; what it does not take goes to the reader.
 * @returns Once the function and what it has left for its end have run, what makes the outputs complete: where others
 *   soon take their place, it need not be called.
 * @example
 * await capture(() => 1, () => true);
 */
export async function capture(
  run: () => unknown,
  receive: (output: CapturedOutput) => boolean,
): Promise<() => Promise<void>> {
  const host = currentHost();
  if (host.capture) {
    for (const flush of flushes) flush();
    return host.capture(run, receive);
  }
  await run();
  return async () => undefined;
}
