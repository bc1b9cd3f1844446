/** What a newcomer is told who writes what another place knows: a page, Python, a later engine. */
import { beforeAll, expect, it } from "vitest";
import { Cells } from "./cells";

let cells: Cells;
beforeAll(() => {
  cells = new Cells();
});

const advised: [code: string, message: RegExp][] = [
  ["document.title", /^Cannot find name 'document'\.\nCells run outside of any page\. .* display/],
  ["window.open()", /^Cannot find name 'window'\.\nCells run outside of any page/],
  ["prompt('name?')", /^Cannot find name 'prompt'\.\n.*import { input } from "@tslinen\/kernel"/],
  ["print('x')", /^Cannot find name 'print'\.\nTo print: console\.log/],
  ["help(Math)", /Shift \+ Tab/],
  ["const t = True;", /TypeScript's word is true/],
  ["for (const i of range(5)) i", /np\.arange\(5\)/],
  ["[1].append(2)", /^Property 'append' does not exist .*\nTo add to a list: list\.push/],
  ["({ a: 1 }).plot_surface()", /'plot_surface' does not exist .*\nAxes of three dimensions are not drawn/],
  ["'a'.upper()", /text\.toUpperCase/],
  ["const f = (x: number, o?: object) => x; f(1, axis=1)", /'axis'\.\nArguments by name .* \{ axis: … \}/],
  ["import numpy as np", /import \{ np \} from "tslinen"/],
  ["from flax import linen as nn", /import \{ nn \} from "tslinen"/],
  ["import jax.numpy as jnp", /import \{ jnp \} from "tslinen"/],
  ["import pandas as pd", /import \{ name \} from "package"/],
  ["1 + 1;\ndef f(x):\n    return x", /A function: function f/],
  ["class Net(Base):\n    pass", /class Shape extends Base/],
  ["const x = 1;\nx[:, 0]", /x\.at\(":", 0\)/],
  ["const x = [1];\nx[0, :] = 1", /A changed copy of an array: x\.with\(\[0, ":"\], value\)/],
  ["const x = [1];\nx[1:] += 1", /x\.withAdd/],
  ["const zeros = (shape: number) => shape;\nzeros((2, 3))", /comma operator.*\n.* a list here: \[2, 3\]/],
  ["const np = { float32: 'float32' };\nnp.float32(1)", /not callable[^]*np\.array\(1, \{ dtype/],
  ["const x = 1;\nx @ x", /a\.matmul\(b\)/],
  ["for i in range(3): print(i)", /for \(const x of list\)/],
  ["[x ** 2 for x in y]", /list\.map/],
  ["if x > 0:\n    1", /A condition stands in parentheses/],
  ["const g = lambda x: x", /\(x\) => x \*\* 2/],
  ["not true", /TypeScript writes not as !/],
  ["true and false", /&&/],
  ["# a comment", /begins with \/\//],
  ["console.log(f'loss')", /Values in a text/],
  ["const a = [1, 2", /^',' expected\.$/],
  ["[1].nowhere", /^Property 'nowhere' does not exist on type 'number\[\]'\.$/],
  ["nowhere", /^Cannot find name 'nowhere'\.$/],
];
for (const [code, message] of advised) {
  it(code, () => expect(cells.converter.check(code, [])[0]?.message).toMatch(message));
}

it("a line's advice is given once", () => {
  const messages = cells.converter.check("const x = 1;\nx[:, 0]", []).map(({ message }) => message);
  expect(messages.length).toBeGreaterThan(1);
  expect(messages.filter((message) => message.includes("x.at("))).toHaveLength(1);
});

it("what the engine does not have is said to be the engine's", () => {
  const codes = { "new Set<number>().union(new Set())": "union", "Promise.withResolvers()": "withResolvers" };
  for (const [code, name] of Object.entries(codes)) {
    const isThere = name in Set.prototype || name in Promise;
    const [mistake] = cells.converter.check(code, []);
    if (isThere) expect(mistake).toBeUndefined();
    else
      expect(mistake?.message).toMatch(
        /^Property '\w+' does not exist on type '.*'\.\nThe JavaScript engine/,
      );
  }
});

it("what a cell declares has its meaning", async () => {
  expect(await cells.last("const print = (text: string) => text.length; print('abc')")).toEqual({ value: 3 });
});
