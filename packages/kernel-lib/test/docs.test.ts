import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as data from "../src/data";
import * as flax from "../src/flax";
import { progress } from "../src/display";
import * as jax from "../src/jax";
import * as metrics from "../src/metrics";
import * as nn from "../src/nn";
import * as np from "../src/np";
import * as optax from "../src/optax";
import * as safetensors from "../src/saving/safetensors";
import { documented, exampleOf, summaryOf } from "./sources";

const scope = { np, jnp: np, nn, jax, optax, data, flax, metrics, progress, safetensors };
const AsyncFunction = (async () => undefined).constructor as FunctionConstructor;

// Examples that save something do so in a folder of their own.
const before = process.cwd();
const folder = mkdtempSync(join(tmpdir(), "tslinen-examples-"));
beforeAll(() => process.chdir(folder));
afterAll(() => {
  process.chdir(before);
  rmSync(folder, { recursive: true });
});

/** Runs an example; a line that ends in `// value` must give that value. */
async function run(lines: readonly string[]): Promise<void> {
  const names = Object.keys(scope);
  const earlier: string[] = [];
  for (const line of lines) {
    const [, code, wanted] = /^(.*?);?(?:\s*\/\/ (.*))?$/.exec(line) as RegExpExecArray;
    if (wanted === undefined) {
      earlier.push(line);
      continue;
    }
    const evaluate = (expression: string): unknown =>
      new AsyncFunction(...names, `${earlier.join("\n")}\nreturn (${expression});`)(...Object.values(scope));
    expect(await evaluate(code), line).toEqual(await evaluate(wanted));
  }
  await new AsyncFunction(...names, earlier.join("\n"))(...Object.values(scope));
}

const functions = [
  ...documented(
    "np",
    /^(ufunc.*|where|special|specialGamma|storing|products|vectorProducts|einsum|applying|calculus|choosing|comparing|convolving|correlations|cumulative|dtypes|histograms|counting|flatPlaces|triangles|indexGrids|inserting|linspace|nan|padding|partition|polynomials|quantiles|sets|splitNumbers|windowFunctions)\.ts$/,
  ),
  ...documented(
    "linalg",
    /^(decompositions|determinants|leastSquares|norms|parts|powers|solving|polyfit)\.ts$/,
  ),
  ...documented(
    "nn",
    /^(liftedPrograms|liftedScan|liftedVmap|userActivation|rectified|sigmoidal|exponential|softmax|logsumexp|standardize|glu|oneHot)\.ts$/,
  ),
  ...documented(
    "transform",
    /^(checkpoint|customRules|derivatives|grad|jacobian|jaxpr|jit|treeFunctions|vmap|config|debug|devices)\.ts$/,
  ),
  ...documented(
    "optax",
    /^(accumulating|adafactor|adam|adamVariants|adan|adaptive|adding|constraining|novograd|optimistic|rprop|clipping|combining|descent|hyperparams|lookahead|piecewise|rms|scaling|schedules|sm3|steps|trustRatio|update|warmup)\.ts$/,
  ),
  ...documented("optax/losses", /^(binary|crossEntropy|divergence|labels|multiclass|regression)\.ts$/),
  ...documented("data", /^(batches|csv|digits|iris|mnist|points|split)\.ts$/),
  ...documented("metrics", /^classification\.ts$/),
  ...documented("display", /^progress\.ts$/),
  ...documented("saving", /^(checkpoints|frozen|json|safetensors|serialization|traverse)\.ts$/),
  ...documented("lax", /^(?!index|windowPlaces).*\.ts$/),
  ...documented("random", /^(binomial|continuous|discrete|gamma|gammaFamily|multinomial|normalFamily)\.ts$/),
  ...documented(".", /^npRandom\.ts$/),
];

describe.each(functions)("$file: $name", ({ name, docs }) => {
  const alias = /^The same as \{@link \w+\}\.$/.test(docs);

  test("is documented", () => {
    expect(summaryOf(docs)).toMatch(/^[A-Z].*[.:]$/s);
    if (alias) return;
    expect(docs).toMatch(/^@see https:\/\//m);
    expect(docs).toMatch(/^@example$/m);
  });

  test.skipIf(alias)("has an example that does what it says", async () => {
    const lines = exampleOf(docs);
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.join("\n")).toContain(name);
    await run(lines);
  });
});

describe.each(nn.activations.map((f) => [f.name, f] as const))("the entry of %s", (name, f) => {
  test("has a summary, the one in its documentation", () => {
    const { docs } = functions.find((one) => one.name === name && one.file.startsWith("nn/")) ?? { docs: "" };
    expect(summaryOf(docs)).toBe(f.summary);
    expect(f.summary).toMatch(/^[A-Z].*\.$/);
  });

  test("has formulas, a source and a page", () => {
    expect(f.latex).toMatch(/^\\mathrm\{\w[\w\\]*\}.* = ./);
    if (f.kind === "elementwise") expect(f.derivativeLatex).toMatch(/^\\mathrm\{\w[\w\\]*\}'\(x\) = ./);
    expect(f.source).toMatch(/^https:\/\//);
    expect(f.docs).toMatch(/^https:\/\/docs\.jax\.dev\//);
  });

  test("has parameters within their ranges", () => {
    for (const parameter of f.parameters) {
      if (!("min" in parameter)) continue;
      expect(parameter.min).toBeLessThan(parameter.max);
      expect(parameter.default).toBeGreaterThanOrEqual(parameter.min);
      expect(parameter.default).toBeLessThanOrEqual(parameter.max);
    }
  });
});
