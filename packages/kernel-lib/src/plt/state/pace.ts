/** Of the time that goes by, drawing takes no more than one part in so many. */
const share = 13;
/** Characters a millisecond: Jupyter's server drops what comes faster than a million bytes a second. */
const flow = 600;

/** Says when the next of many drawings is due, so that they slow down neither the program nor the line to the reader. */
export class Pace {
  private next = 0;

  /** @param interval - The least time between drawings, in milliseconds. */
  constructor(private readonly interval: number) {}

  /** Milliseconds until the next drawing is due; none above 0 if it is. */
  get wait(): number {
    return this.next - performance.now();
  }

  /** Takes note of a drawing: when it was begun, and how many characters it has. */
  drawn(begun: number, characters: number): void {
    const now = performance.now();
    this.next = now + Math.max(this.interval, (now - begun) * (share - 1), characters / flow);
  }
}
