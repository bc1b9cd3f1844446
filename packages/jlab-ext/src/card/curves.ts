import type { JSONObject } from "@lumino/coreutils";
import type { ActivationCard, Parameter } from "./payload";

/** matplotlib's first two colours. */
const colours = ["#1f77b4", "#ff7f0e"];
const ink = { expr: "ink" };

/** The range of x, and the distance of points. */
const range = { start: -5, stop: 5, step: 0.02 };

/** Puts a number in the place of a parameter. */
const fix = (expression: string, name: string, value: number) =>
  expression.replace(new RegExp(`(?<![\\w$.])${name.replaceAll("$", "\\$")}(?![\\w$])`, "g"), `(${value})`);

/** The expressions with every slider at either end: what the axis must have room for. */
function extremes(expressions: readonly string[], parameters: readonly Parameter[]): string[] {
  return parameters.reduce<string[]>(
    (all, one) =>
      typeof one.default === "boolean" || !("min" in one)
        ? all
        : all.flatMap((expression) => [one.min, one.max].map((end) => fix(expression, one.name, end))),
    [...expressions],
  );
}

const bind = (one: Parameter): JSONObject =>
  "min" in one
    ? { input: "range", min: one.min, max: one.max, step: one.step, name: one.name }
    : { input: "checkbox", name: one.name };

/**
 * A figure of an activation and its derivative, with a slider for each of its parameters, that needs no kernel. The
 * vertical axis has room for every setting of the sliders, so that the curves move and the axis does not.
 */
export function curves({ name, parameters, vega }: ActivationCard & { vega: object }): JSONObject {
  const names = [name, `${name}′`];
  const expressions = [vega.value, vega.derivative];
  const room = extremes(expressions, parameters).slice(0, 16);
  const frame = { grid: false, domain: false, tickSize: 5, tickColor: ink, labelColor: ink, title: null };
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    description: `${name} and its derivative for x from ${range.start} to ${range.stop}`,
    params: [
      { name: "ink", value: "black" },
      { name: "paper", value: "white" },
      ...parameters.map((one) => ({ name: one.name, value: one.default, bind: bind(one) })),
    ],
    background: { expr: "paper" },
    width: 340,
    height: 240,
    view: { stroke: ink },
    data: { sequence: { ...range, stop: range.stop + range.step / 2, as: "x" } },
    encoding: {
      x: { field: "x", type: "quantitative", scale: { nice: false }, axis: frame },
    },
    layer: [
      ...room.map((expression, index) => ({
        transform: [
          { calculate: expression, as: `room${index}` },
          { filter: `isFinite(datum.room${index})` },
          { aggregate: ["min", "max"].map((op) => ({ op, field: `room${index}`, as: op })) },
          { fold: ["min", "max"], as: ["end", "room"] },
        ],
        mark: { type: "point", opacity: 0, tooltip: false },
        encoding: { x: null, y: { field: "room", type: "quantitative" } },
      })),
      ...expressions.map((expression, index) => ({
        transform: [{ calculate: expression, as: names[index] }],
        mark: { type: "line", strokeWidth: 2.08, clip: true, strokeDash: index === 0 ? [1, 0] : [6, 4] },
        encoding: {
          y: {
            field: names[index],
            type: "quantitative",
            scale: { nice: true, zero: false },
            axis: frame,
          },
          color: {
            datum: names[index],
            type: "nominal",
            scale: { domain: names, range: colours },
            legend: {
              orient: "top-left",
              title: null,
              labelColor: ink,
              symbolType: "stroke",
              symbolStrokeWidth: 2.08,
            },
          },
        },
      })),
    ],
    config: { font: "DejaVu Sans, Verdana, sans-serif" },
  } as JSONObject;
}
