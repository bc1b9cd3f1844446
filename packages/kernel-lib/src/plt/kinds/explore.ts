import { describe, type Spelled } from "../../array/options";
import { FunctionCurve, type Bound, type Domain } from "../artists/functionCurve";
import { readExplorable, type Control, type Explorable, type ParameterRange } from "../explorable";
import { rangeOf, unite, type Range } from "../model/artist";
import type { AxesBase } from "../model/axes";
import { color, linestyle } from "../options/looks";
import { option, readTable, type OptionsOf } from "../options/option";
import { flag, given, notNegative, text } from "../options/readers";
import { rcParams } from "../rcParams";
import { needStraightAxes } from "../projections";

const exploreOptions = {
  /** Whether to draw the derivative, too. Default: false. */
  derivative: option(flag, { default: false }),
  /** Where to draw the function. Default: [-10, 10]. */
  domain: option(given<readonly [from: number, to: number]>(), { default: [-10, 10] }),
  /** How many points to draw it through. Default: 401. */
  points: option(given<number>(), { default: 401 }),
  /** Name in the legend; the derivative's has a prime after it. Default: that of the function. */
  label: option(text),
  /** Default: the next in the cycle. */
  color: option(color, { aliases: ["c"] }),
  /** Width in points. Default: 1.5. */
  linewidth: option(notNegative, { rc: "lines.linewidth", aliases: ["lw"] }),
  /** "-", "--", "-." or ":". Default: "-". */
  linestyle: option(linestyle, { rc: "lines.linestyle", aliases: ["ls"] }),
};

/** Options of {@link explore}. */
export type ExploreOptions = OptionsOf<typeof exploreOptions>;

/** A function of x and of parameters: an activation of nn, or one written with jnp. */
export type ExploredFunction = (...args: never[]) => unknown;

/** Names that stand for something else in a figure, or in Vega's expressions. */
const reserved = [
  "ink",
  "paper",
  "datum",
  "event",
  "item",
  "parent",
  "width",
  "height",
  "padding",
  "cursor",
  "x",
  "y",
  "k",
];

/** Gives every control a parameter that nothing else in the figure is called. */
function bind(controls: readonly Control[], axes: AxesBase): Bound[] {
  const taken = axes.figure.axes
    .flatMap(({ artists }) => artists)
    .flatMap((artist) => (artist instanceof FunctionCurve ? artist.controls.map(({ param }) => param) : []));
  return controls.map((control) => {
    let param = control.name;
    for (let n = 2; taken.includes(param) || reserved.includes(param); n++) param = `${control.name}_${n}`;
    taken.push(param);
    return { ...control, param };
  });
}

function readDomain(domain: unknown, points: unknown): Domain {
  const ends = Array.isArray(domain) ? (domain as unknown[]) : [];
  const [from, to] = ends;
  if (
    typeof from !== "number" ||
    typeof to !== "number" ||
    ends.length !== 2 ||
    !(from < to) ||
    !Number.isFinite(to - from)
  ) {
    throw new TypeError(
      `explore: expected domain to be [from, to], got ${Array.isArray(domain) ? `[${ends.join(", ")}]` : describe(domain)}`,
    );
  }
  if (!Number.isInteger(points) || (points as number) < 2 || (points as number) > 100_000) {
    throw new RangeError(
      `explore: expected points to be a whole number from 2 to 100000, got ${describe(points)}`,
    );
  }
  return { from, to, points: points as number };
}

const slopes = (x: readonly number[], y: ArrayLike<number>): number[] =>
  x.map((_, k) => {
    const [before, after] = [Math.max(0, k - 1), Math.min(x.length - 1, k + 1)];
    return (y[after] - y[before]) / (x[after] - x[before]);
  });

/** The settings of the parameters to find room for: first values, and the ends of every slider. */
function settings(controls: readonly Control[]): Record<string, number | boolean>[] {
  const first = Object.fromEntries(controls.map(({ name, value }) => [name, value]));
  const others = controls.flatMap(({ name, value, slider }) => {
    const ends = slider ? [slider.min, slider.max] : typeof value === "boolean" ? [!value] : [];
    return ends.map((end) => ({ ...first, [name]: end }));
  });
  return [first, ...others];
}

/** The curve at the first values of the parameters, and the room that it needs over all their ranges. */
function sampled(
  explorable: Explorable,
  x: readonly number[],
  prime: boolean,
): { y: ArrayLike<number>; reach: Range } {
  const curves = settings(explorable.controls).map((parameters) => {
    const y = explorable.evaluate(x, parameters);
    return prime ? slopes(x, y) : y;
  });
  return { y: curves[0], reach: curves.map((curve) => rangeOf(curve)).reduce(unite) };
}

/**
 * Draws a function with sliders for its parameters, which the figure itself follows: no kernel is needed.
 *
 * The function is one of nn's activations, one made by `nn.activation`, or one written with jnp's elementwise functions.
 * The axes have room for the curves at the ends of every slider.
 *
 * @param f - The function of x and of its parameters.
 * @param ranges - By parameter: `[min, max]` or `[min, max, step]` for a slider, a number for a fixed value; of an
 *   activation, parameters not named keep their defaults. Default: all parameters of an activation, over its own ranges.
 * @param options - Whether to draw the derivative, where, and how the curve looks.
 * @returns The curves: that of the function, and that of the derivative if asked for.
 * @throws TypeError for a function that is not elementwise, an unknown parameter, or an invalid range.
 * @see https://vega.github.io/vega-lite/docs/bind.html
 * @example
 * plt.explore(nn.elu, { alpha: [0.01, 2] }, { derivative: true });
 * plt.legend();
 */
export function explore(
  axes: AxesBase,
  f: ExploredFunction,
  ranges?: Readonly<Record<string, ParameterRange>>,
  options?: Spelled<ExploreOptions>,
): FunctionCurve[] {
  needStraightAxes("explore", axes);
  const read = readTable("explore", options, exploreOptions);
  const domain = readDomain(read.domain, read.points);
  const explorable = readExplorable(f, ranges);
  const label = read.label ?? explorable.name;
  const { from, to, points } = domain;
  const x = Array.from({ length: points }, (_, k) => (from * (points - 1 - k) + to * k) / (points - 1));
  const kinds = read.derivative ? [false, true] : [false];
  const samples = kinds.map((prime) => sampled(explorable, x, prime));
  const bound = bind(explorable.controls, axes);
  const names = Object.fromEntries(
    bound.map(({ name, param, slider, value }) => [
      name,
      slider || typeof value === "boolean" ? param : `(${value})`,
    ]),
  );
  const expressions = explorable.vega({ x: "datum.x", ...names });
  const curves = kinds.map((prime, k) => {
    const style = {
      color: prime || !read.color ? axes.nextColor("lines") : read.color,
      linestyle: read.linestyle,
      linewidth: read.linewidth,
      marker: null,
      markersize: rcParams["lines.markersize"],
      markeredgewidth: rcParams["lines.markeredgewidth"],
      markevery: 1,
      drawstyle: "default",
    };
    return new FunctionCurve(
      prime ? expressions.derivative : expressions.value,
      domain,
      { x, y: samples[k].y },
      samples[k].reach,
      prime ? [] : bound.filter(({ slider, value }) => slider || typeof value === "boolean"),
      style,
      prime ? `${label}′` : label,
    );
  });
  axes.add(curves);
  return curves;
}
