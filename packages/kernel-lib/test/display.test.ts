import { afterEach, describe, expect, test, vi } from "vitest";
import { currentHost, display, displaySymbol, hostSymbol, isDisplayable, type Host } from "../src/display";

type Globals = typeof globalThis & { [hostSymbol]?: Host; Deno?: unknown };
const globals = globalThis as Globals;

afterEach(() => {
  delete globals[hostSymbol];
  delete globals.Deno;
  vi.restoreAllMocks();
});

const card = { [displaySymbol]: () => ({ "text/markdown": "**bold**", "text/plain": "bold" }) };

describe("display", () => {
  test("hands the bundle of a displayable value to the host that offers itself", () => {
    const seen: unknown[] = [];
    globals[hostSymbol] = { display: (...args) => seen.push(args) };
    display(card, { displayId: "a", metadata: { "text/plain": {} } });
    display({ "text/plain": "again" }, { displayId: "a", update: true });
    expect(seen).toEqual([
      [card[displaySymbol](), { metadata: { "text/plain": {} }, displayId: "a", update: false }],
      [{ "text/plain": "again" }, { metadata: {}, displayId: "a", update: true }],
    ]);
  });

  test("shows nothing for a value whose bundle is empty, and refuses a bundle that is", () => {
    const seen: unknown[] = [];
    globals[hostSymbol] = { display: (...args) => seen.push(args) };
    display({ [displaySymbol]: () => ({}) });
    expect(seen).toEqual([]);
    expect(() => display({})).toThrow(TypeError);
  });

  test("speaks Deno's broadcast where Deno is the host", () => {
    const broadcast = vi.fn(async () => undefined);
    globals.Deno = { jupyter: { broadcast } };
    display(card);
    display(card, { displayId: "a", update: true });
    const data = card[displaySymbol]();
    expect(broadcast.mock.calls).toEqual([
      ["display_data", { data, metadata: {}, transient: {} }],
      ["update_display_data", { data, metadata: {}, transient: { display_id: "a" } }],
    ]);
  });

  test("takes Deno without a notebook for a terminal", () => {
    globals.Deno = Object.defineProperty({}, "jupyter", {
      get: () => {
        throw new Error("Deno.jupyter is only available in `deno jupyter` subcommand");
      },
    });
    expect(currentHost().terminal).toBe(true);
  });

  test("prints the text in a terminal, once", () => {
    const log = vi.spyOn(console, "log").mockImplementation(() => undefined);
    display(card, { displayId: "a" });
    display(card, { displayId: "a", update: true });
    expect(log.mock.calls).toEqual([["bold"]]);
  });

  test.each([
    ["a number", 3, "got 3"],
    ["null", null, "got null"],
    ["an empty bundle", {}, "expected a displayable value"],
  ])("refuses %s", (_name, value, message) => {
    const shown = vi.fn();
    globals[hostSymbol] = { display: shown };
    expect(() => display(value as never)).toThrow(message);
    expect(shown).not.toHaveBeenCalled();
  });

  test("refuses to update what has no identity", () => {
    expect(() => display(card, { update: true })).toThrow("display: update needs the displayId");
  });
});

test("isDisplayable tells values with a display method from others", () => {
  const activation = Object.assign(() => 0, card);
  expect([card, activation, {}, null, 3, () => 0].map(isDisplayable)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
});

test("the terminal is the host where nothing else is", () => {
  expect(currentHost().atCellEnd).toBeUndefined();
});
