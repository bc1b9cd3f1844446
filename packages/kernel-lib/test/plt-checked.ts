import Ajv from "ajv";
import { readFileSync } from "node:fs";
import { expect } from "vitest";
import type { FigureBase as Figure } from "../src/plt/model/figure";
import { compileSpec } from "../src/plt/picture";
import { specOf, type SpecOptions } from "../src/plt/spec/figure";

const schema = JSON.parse(readFileSync(require.resolve("vega-lite/vega-lite-schema.json"), "utf8")) as object;

const validate = new Ajv({ strict: false, validateFormats: false, allowUnionTypes: true }).compile(schema);

/** The spec of a figure, after it has been found valid against the schema of Vega-Lite 6 and free of warnings. */
export function checkedSpec(figure: Figure, options: SpecOptions = {}): ReturnType<typeof specOf> {
  const spec = specOf(figure, options);
  const plain = JSON.parse(JSON.stringify(spec)) as typeof spec;
  validate(plain);
  expect(validate.errors).toBeNull();
  expect(compileSpec(plain).warnings).toEqual([]);
  return plain;
}
