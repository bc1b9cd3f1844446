import { Dimension } from "./dimension";
import type { Direction } from "./artist";
import type { Interval } from "./scale";
import { functionScale } from "./scales/functions";

/** A direction that shows another's data by other numbers: its limits follow the other's. */
export class SecondaryDimension extends Dimension {
  constructor(
    direction: Direction,
    private readonly primary: () => Interval,
    private readonly forward: (value: number) => number,
    inverse: (value: number) => number,
    primaryScale: (value: number) => number,
    fromPrimaryScale: (value: number) => number,
  ) {
    super(direction);
    this.auto = false;
    this.scale = functionScale(
      (value) => primaryScale(inverse(value)),
      (value) => forward(fromPrimaryScale(value)),
    );
  }

  override get view(): Interval {
    const [from, to] = this.primary();
    return [this.forward(from), this.forward(to)];
  }
}
