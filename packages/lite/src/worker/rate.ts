import { now } from "@tslinen/kernel/dist/originals";

/** The time, in milliseconds, over which text is counted. */
const span = 1000;
/** The most text, in UTF-16 units, that cells write within that time: a page that shows more of it no longer answers. */
const most = 1 << 20;

/** How fast cells write: an endless loop writes faster than any page can show it. */
export class Rate {
  private began = -Infinity;
  private count = 0;

  /** @param clock - Tells the time, in milliseconds. Default: the true one, whatever cells put in its place. */
  constructor(private readonly clock: () => number = now) {}

  /** Takes note of text, and tells whether it can be shown, or is the first of what cannot. */
  take({ length }: string): "shown" | "first left out" | "left out" {
    const time = this.clock();
    if (time - this.began > span) {
      this.began = time;
      this.count = 0;
    }
    const before = this.count;
    this.count += length;
    // A single long text is no loop's.
    if (before === 0 || this.count <= most) return "shown";
    return before <= most ? "first left out" : "left out";
  }
}
