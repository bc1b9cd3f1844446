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
  ["[1].nowhere", /^Property 'nowhere' does not exist on type 'number\[\]'\.$/],
  ["nowhere", /^Cannot find name 'nowhere'\.$/],
];
for (const [code, message] of advised) {
  it(code, () => expect(cells.converter.check(code, [])[0]?.message).toMatch(message));
}

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
