import { afterEach, describe, expect, test } from "vitest";
import * as jnp from "../src/np";
import * as nn from "../src/nn";
import * as plt from "../src/plt";
import type { Json } from "../src/plt/model/artist";
import { specOf } from "../src/plt/spec/figure";
import { closeFigure, openFigures } from "../src/plt/state/openFigures";
import { drawnMarks, type Point } from "./scene";

afterEach(() => [...openFigures].forEach(closeFigure));

const spec = (interactive = true) => specOf(openFigures[0], { interactive });
const params = (of: Json) => of.params as { name: string; value: unknown; bind?: Record<string, unknown> }[];
const own = (of: Json) => params(of).filter(({ name }) => name !== "ink" && name !== "paper");

/** Curves are drawn through points a twentieth, or less, apart. */
const round = (x: number) => Math.round(x * 100) / 100;

/** The curves that are drawn, in data, when parameters have certain values. */
async function curves(values: Record<string, unknown> = {}): Promise<Point[][]> {
  const whole = spec();
  for (const param of params(whole)) if (param.name in values) param.value = values[param.name];
  const { marks, warnings } = await drawnMarks(whole);
  expect(warnings).toEqual([]);
  const [axes] = openFigures[0].axes;
  const [[left, right], [bottom, top]] = [axes.view("x"), axes.view("y")];
  const { width, height } = axes.frame();
  return marks
    .filter(({ type, points }) => type === "line" && points.length > 50)
    .map(({ points }) =>
      points.map(([x, y]): Point => [
        round(left + (x / width) * (right - left)),
        top - (y / height) * (top - bottom),
      ]),
    );
}

const near = (points: Point[], f: (x: number) => number) =>
  points.forEach(([x, y]) => expect(Math.abs(y - f(x))).toBeLessThan(5e-4 * Math.max(1, Math.abs(f(x)))));

test("an activation follows its slider, and so does its derivative", async () => {
  plt.explore(nn.elu, { alpha: [0.01, 2] }, { derivative: true });
  expect(own(spec())).toMatchObject([
    { name: "alpha", value: 1, bind: { input: "range", min: 0.01, max: 2 } },
  ]);
  for (const alpha of [0.01, 0.7, 2]) {
    const [value, derivative] = await curves({ alpha });
    near(value, (x) => (x > 0 ? x : alpha * Math.expm1(x)));
    near(
      derivative.filter(([x]) => x !== 0),
      (x) => (x > 0 ? 1 : alpha * Math.exp(x)),
    );
  }
});

test("the axes have room for the curves at both ends of every slider", () => {
  plt.explore(nn.elu, { alpha: [0.01, 2] });
  expect(plt.ylim()[0]).toBeLessThan(-2);
  expect(plt.xlim()).toEqual([-11, 11]);
});

test("without ranges all parameters of an activation have their own; with some, the others keep their defaults", () => {
  plt.explore(nn.elu);
  expect(own(spec()).length).toBe(1);
  plt.close();
  plt.explore(nn.elu, {});
  expect(own(spec()).length).toBe(0);
});

test("a flag is a box to tick", async () => {
  plt.explore(nn.gelu);
  expect(own(spec())).toMatchObject([{ name: "approximate", value: true, bind: { input: "checkbox" } }]);
  const [[rough], [exact]] = [await curves(), await curves({ approximate: false })];
  const gap = rough.map(([, y], k) => Math.abs(y - exact[k][1]));
  expect(Math.max(...gap)).toBeGreaterThan(1e-4);
  expect(Math.max(...gap)).toBeLessThan(1e-3);
});

test("a function of one's own, with its parameters in order or in an object", async () => {
  const bump = (x: jnp.ndarray, width: jnp.ndarray) =>
    jnp.exp(jnp.negative(jnp.square(jnp.divide(x, width))));
  plt.explore(bump, { width: [0.5, 3] });
  // A parameter cannot be called width in Vega, where that is the width of the figure.
  near((await curves({ width_2: 2 }))[0], (x) => Math.exp(-((x / 2) ** 2)));
  expect(own(spec())[0].bind).toMatchObject({ name: "width " });
  plt.close();
  const named = (x: jnp.ndarray, { width }: { width: jnp.ndarray }) => bump(x, width);
  plt.explore(named, { width: [0.5, 3] });
  near((await curves({ width_2: 0.5 }))[0], (x) => Math.exp(-((x / 0.5) ** 2)));
});

test("an activation made by nn.activation", async () => {
  const leaky = nn.activation(
    "leaky",
    (x, { slope }) => jnp.where(jnp.greater(x, 0), x, jnp.multiply(slope, x)),
    { parameters: { slope: { default: 0.1, min: 0, max: 1 } } },
  );
  plt.explore(leaky);
  near((await curves({ slope: 0.25 }))[0], (x) => (x > 0 ? x : 0.25 * x));
});

test("two functions in one figure have parameters of their own", async () => {
  plt.explore(nn.elu, { alpha: [0.1, 2] });
  plt.explore(nn.celu, { alpha: [0.1, 2] });
  expect(own(spec()).map(({ name, bind }) => [name, bind?.name])).toEqual([
    ["alpha", "alpha "],
    ["alpha_2", "alpha "],
  ]);
  const [elu, celu] = await curves({ alpha: 0.5, alpha_2: 2 });
  near(elu, (x) => (x > 0 ? x : 0.5 * Math.expm1(x)));
  near(celu, (x) => (x > 0 ? x : 2 * Math.expm1(x / 2)));
});

test("a fixed value, a domain, and the look of the curve", async () => {
  const [curve] = plt.explore(
    nn.elu,
    { alpha: 3 },
    { domain: [-2, 2], points: 101, color: "r", linewidth: 3 },
  );
  expect(own(spec())).toEqual([]);
  expect(curve.getColor()).toBe("#ff0000");
  const [points] = await curves();
  expect(points.length).toBe(101);
  near(points, (x) => (x > 0 ? x : 3 * Math.expm1(x)));
});

test("the static picture has the values, not the sliders; the legend has the names", async () => {
  const [value, prime] = plt.explore(nn.elu, undefined, { derivative: true });
  plt.legend();
  expect(own(spec(false))).toEqual([{ name: "alpha", value: 1 }]);
  expect([value.getLabel(), prime.getLabel()]).toEqual(["elu", "elu′"]);
  expect((await drawnMarks(spec(false))).warnings).toEqual([]);
});

test("every activation can be explored", async () => {
  for (const activation of Object.values(nn.activations)) {
    if (activation.kind !== "elementwise") continue;
    plt.explore(activation, undefined, { derivative: true });
    const { warnings } = await drawnMarks(spec());
    expect(warnings).toEqual([]);
    plt.close();
  }
});

describe("mistakes leave the figure as it was", () => {
  test.each([
    ["no function", () => plt.explore(3 as never), /explore: expected a function, got 3/],
    ["along an axis", () => plt.explore(nn.softmax), /explore: expected an elementwise function; softmax/],
    ["unknown parameter", () => plt.explore(nn.elu, { alhpa: [0, 1] }), /"alhpa"; did you mean "alpha"\?/],
    [
      "a range upside down",
      () => plt.explore(nn.elu, { alpha: [2, 1] }),
      /range of alpha to be .*min below max/,
    ],
    [
      "a range of words",
      () => plt.explore(nn.elu, { alpha: "big" as never }),
      /range of alpha to be \[min, max\]/,
    ],
    [
      "a flag with a range",
      () => plt.explore(nn.gelu, { approximate: [0, 1] }),
      /approximate to be true or false/,
    ],
    [
      "an unknown option",
      () => plt.explore(nn.elu, {}, { derivate: true } as never),
      /did you mean "derivative"\?/,
    ],
    [
      "a domain of one",
      () => plt.explore(nn.elu, {}, { domain: [1, 1] }),
      /expected domain to be \[from, to\]/,
    ],
    ["a plain number function", () => plt.explore((x: number) => Math.max(0, x)), /jnp/],
    ["not of x", () => plt.explore(() => "y"), /expected an elementwise function, one element gives "y"/],
  ])("%s", (_, mistake, message) => {
    plt.plot([1, 2]);
    expect(mistake).toThrow(message);
    expect(plt.gca().artists.length).toBe(1);
  });
});
