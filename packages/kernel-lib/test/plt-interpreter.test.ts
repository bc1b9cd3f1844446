import * as vega from "vega";
import { expressionInterpreter } from "vega-interpreter";
import { afterEach, expect, it } from "vitest";
import * as np from "../src/np";
import * as plt from "../src/plt";
import { compileSpec } from "../src/plt/picture";
import { specOf } from "../src/plt/spec/figure";
import { openFigures } from "../src/plt/state/openFigures";
import { readPairs, runScript } from "../../../reference/pairs.mjs";

afterEach(() => {
  plt.close("all");
  plt.rcdefaults();
});

/** Every seventh pair: each file of pairs has some among them. */
const some = readPairs().filter((_, i) => i % 7 === 0);

it.each(some)("$name: is drawn alike where pages may evaluate no code", async ({ ts }) => {
  runScript(ts, { plt, np });
  for (const figure of openFigures) {
    const compiled = compileSpec(JSON.parse(JSON.stringify(specOf(figure)) as string) as object).vega;
    const draw = async (runtime: vega.Runtime, options: object) =>
      (
        await new vega.View(runtime, { renderer: "none", logLevel: vega.Error, ...options }).runAsync()
      ).toSVG();
    const usual = await draw(vega.parse(compiled), {});
    const interpreted = await draw(vega.parse(compiled, undefined, { ast: true }), {
      expr: expressionInterpreter,
    });
    const bare = (svg: string) => svg.replace(/clip\d+/g, "clip");
    expect(bare(interpreted)).toBe(bare(usual));
  }
});
