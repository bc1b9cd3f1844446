import type { Line2D } from "../artists/line";
import type { Axes } from "../bound/classes";

/** Numbers that become more. */
class Growing {
  private numbers = new Float64Array(256);
  private length = 0;

  push(value: number): void {
    if (this.length === this.numbers.length) {
      const larger = new Float64Array(2 * this.length);
      larger.set(this.numbers);
      this.numbers = larger;
    }
    this.numbers[this.length++] = value;
  }

  /** Those there are now: a view, for what is there does not change. */
  get values(): Float64Array {
    return this.numbers.subarray(0, this.length);
  }
}

/** A line that grows at its end. */
interface RunningLine {
  x: Growing;
  y: Growing;
  drawn?: Line2D;
}

/** Lines that grow point by point, by their names. */
export class RunningLines {
  private readonly lines = new Map<string, RunningLine>();
  private count = 0;

  constructor(private readonly axes: Axes) {}

  /** Adds a point to each of some lines; those of new names begin with it. */
  add(values: readonly [name: string, y: number][], x = this.count): void {
    this.count++;
    for (const [name, y] of values) {
      const line = this.lines.get(name) ?? { x: new Growing(), y: new Growing() };
      this.lines.set(name, line);
      line.x.push(x);
      line.y.push(y);
    }
  }

  /** Draws the lines as long as they are now, with what says which is which where nobody has said it. */
  draw(): void {
    if (this.lines.size === 0) return;
    const { axes } = this;
    let fresh = false;
    for (const [label, line] of this.lines) {
      const [x, y] = [line.x.values, line.y.values];
      if (line.drawn && axes.artists.includes(line.drawn)) line.drawn.setData(x, y);
      else {
        [line.drawn] = axes.plot(x, y, { label });
        fresh = true;
      }
    }
    if (!fresh) return;
    if (axes.xaxis.label.text === "") axes.setXlabel("step");
    if (this.lines.size > 1) axes.legend({ loc: "upper right" });
    else if (axes.yaxis.label.text === "") axes.setYlabel([...this.lines.keys()][0]);
  }
}
