import { readFileSync } from "node:fs";
import { transformSync } from "esbuild";
import { expect, test } from "vitest";
import * as jax from "../src/jax";
import * as np from "../src/np";
import * as plt from "../src/plt";

test("the network of the documentation learns to tell the spirals apart", () => {
  const page = readFileSync(new URL("../../../docs/training-from-scratch.md", import.meta.url), "utf8");
  const [, source] = /```ts\n(.*?)```/s.exec(page) as RegExpExecArray;
  expect(source.split("\n").length).toBeLessThanOrEqual(66);
  const { code } = transformSync(source.replace(/^import .*\n/, ""), { loader: "ts" });
  const run = new Function("np", "jnp", "jax", "plt", `${code}\nreturn { accuracy, losses };`);
  const { accuracy, losses } = run(np, np, jax, plt) as { accuracy: number; losses: number[] };
  plt.close("all");
  expect(accuracy).toBeGreaterThan(0.98);
  expect(losses.at(-1)).toBeLessThan(losses[0] / 10);
});
