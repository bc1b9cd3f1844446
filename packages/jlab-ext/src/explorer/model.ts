import { Signal, type ISignal } from "@lumino/signaling";
import { plt } from "tslinen";
import { pathOf, readAt, room, type ChartRows, type Interval } from "./chart";
import { defaultsOf, type Explorable, type Values } from "./functions";

/** Points of a curve: more than the frame has pixels. */
const pointCount = 1000;

const usual = plt.rcParams["axes.prop_cycle"];
/** The colours of a figure's lines, in their order. */
const cycle: readonly string[] = "length" in usual ? usual : [];

/** A function that was picked, with the values of its parameters. */
export interface Chosen {
  readonly of: Explorable;
  readonly colour: string;
  parameters: Values;
}

/** What a function is worth where it is read. */
export interface Reading {
  readonly chosen: Chosen;
  readonly value: number;
  readonly derivative: number;
}

/** What a function looks like under its parameters. */
interface Shape {
  readonly ys: ArrayLike<number>;
  readonly slopes: ArrayLike<number>;
  readonly path: string;
  readonly slopePath: string;
}

/** What the explorer shows: picked functions, their parameters, an interval of x and a place to read at. */
export class ExplorerModel {
  /** Emitted when other functions or another interval are shown: axes and rows change. */
  get reshaped(): ISignal<this, void> {
    return this.onReshaped;
  }

  /** Emitted when a parameter or the place of reading has moved: curves and numbers change. */
  get moved(): ISignal<this, void> {
    return this.onMoved;
  }

  get chosen(): readonly Chosen[] {
    return this.picked;
  }

  get interval(): Interval {
    return this.x;
  }

  /** The interval of values that every setting of the parameters stays in. */
  get values(): Interval {
    return this.y;
  }

  get at(): number {
    return this.place;
  }

  set at(x: number) {
    this.place = x;
    this.onMoved.emit();
  }

  get derivatives(): boolean {
    return this.withDerivatives;
  }

  set derivatives(shown: boolean) {
    this.withDerivatives = shown;
    this.reshape();
  }

  isChosen(of: Explorable): boolean {
    return this.picked.some((chosen) => chosen.of === of);
  }

  /** Picks a function, or puts it back. */
  toggle(of: Explorable): void {
    if (this.isChosen(of)) this.picked = this.picked.filter((chosen) => chosen.of !== of);
    else {
      const free = cycle.find((colour) => this.picked.every((chosen) => chosen.colour !== colour));
      this.picked = [...this.picked, { of, colour: free ?? cycle[0], parameters: defaultsOf(of) }];
    }
    this.reshape();
  }

  /** Drops the functions that are no longer there. */
  keep(available: readonly Explorable[]): void {
    const kept = this.picked.filter((chosen) => available.includes(chosen.of));
    if (kept.length === this.picked.length) return;
    this.picked = kept;
    this.reshape();
  }

  /** Shows another interval of x; one that is empty or not finite is left out of account. */
  show(interval: Interval): void {
    const [low, high] = interval;
    if (!(Number.isFinite(low) && Number.isFinite(high) && low < high)) return;
    this.x = [low, high];
    this.place = Math.max(low, Math.min(high, this.place));
    this.reshape();
  }

  /** Sets a parameter. */
  set(chosen: Chosen, name: string, value: number | boolean): void {
    chosen.parameters = { ...chosen.parameters, [name]: value };
    this.onMoved.emit();
  }

  /** Computes the curves and readings as they are now; what has not changed is not computed again. */
  compute(): ChartRows & { table: Reading[] } {
    const rows: ChartRows & { table: Reading[] } = { curves: [], readings: [], table: [] };
    for (const chosen of this.picked) {
      const { colour } = chosen;
      const { ys, slopes, path, slopePath } = this.shapeOf(chosen);
      const value = readAt(this.xs, ys, this.place);
      const derivative = readAt(this.xs, slopes, this.place);
      rows.table.push({ chosen, value, derivative });
      rows.curves.push({ path, colour, dash: [] });
      if (Number.isFinite(value)) rows.readings.push({ y: value, colour });
      if (!this.withDerivatives) continue;
      rows.curves.push({ path: slopePath, colour, dash: [6, 4] });
      if (Number.isFinite(derivative)) rows.readings.push({ y: derivative, colour });
    }
    return rows;
  }

  private shapeOf({ of, parameters }: Chosen): Shape {
    const known = this.shapes.get(parameters);
    if (known) return known;
    const ys = of.value(this.xs, parameters);
    const slopes = of.derivative(this.xs, parameters);
    const shape = {
      ys,
      slopes,
      path: pathOf(this.xs, ys, this.x, this.y),
      slopePath: pathOf(this.xs, slopes, this.x, this.y),
    };
    this.shapes.set(parameters, shape);
    return shape;
  }

  private reshape(): void {
    this.shapes = new WeakMap();
    const [low, high] = this.x;
    this.xs = Float32Array.from({ length: pointCount }, (_, index) =>
      index === pointCount - 1 ? high : low + ((high - low) * index) / (pointCount - 1),
    );
    this.y = room(
      this.picked.flatMap(({ of, parameters }) =>
        extremes(of, parameters).flatMap((values) => [
          of.value(this.xs, values),
          ...(this.withDerivatives ? [of.derivative(this.xs, values)] : []),
        ]),
      ),
    );
    this.onReshaped.emit();
  }

  private picked: Chosen[] = [];
  private x: Interval = [-5, 5];
  private y: Interval = [0, 1];
  private place = 1;
  private withDerivatives = true;
  private xs = new Float32Array(0);
  /** By the parameters, which are replaced when one of them changes. */
  private shapes = new WeakMap<Values, Shape>();
  private readonly onReshaped = new Signal<this, void>(this);
  private readonly onMoved = new Signal<this, void>(this);
}

/** The parameters as they are, and with each at either end. */
function extremes({ parameters }: Explorable, now: Values): Values[] {
  return parameters.reduce<Values[]>(
    (all, one) => [
      ...all,
      ...all.flatMap((values) =>
        ("min" in one ? [one.min, one.max] : [true, false]).map((end) => ({ ...values, [one.name]: end })),
      ),
    ],
    [now],
  );
}
