/** `setImmediate` and `clearImmediate` as Node.js has them: a task of its own, without the 4 ms that timeouts wait. */

const tasks = new Map<number, () => void>();
const { port1: arrivals, port2: departures } = new MessageChannel();
let last = 0;

arrivals.onmessage = ({ data }: MessageEvent<number>) => {
  const task = tasks.get(data);
  tasks.delete(data);
  task?.();
};

/** Calls a function when input and output that is pending has been handled. */
export function setImmediate<Args extends unknown[]>(
  callback: (...args: Args) => void,
  ...args: Args
): number {
  tasks.set(++last, () => callback(...args));
  departures.postMessage(last);
  return last;
}

/** Calls off an immediate. */
export function clearImmediate(immediate: number | undefined): void {
  if (immediate !== undefined) tasks.delete(immediate);
}
