import type { Anything } from "../src/array/anything";
import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { generate } from "../build/controls.mjs";
import * as widgets from "../src/widgets";
import { referenceData } from "./floats";
import { withFrontEnd, withoutFrontEnd, type FrontEnd, type Told } from "./widgetHost";

interface Case {
  widget: string;
  state: Record<string, unknown>;
  then: Record<string, unknown>[];
  wire: Record<string, unknown>;
}

const cases: Case[] = JSON.parse(readFileSync(referenceData("widgets.json"), "utf8"));
const make = (name: string, state: unknown): Anything => (widgets as Anything)[name](state);

/** An argument as the cases have it. */
function argument(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(argument);
  if (value === null || typeof value !== "object") return value;
  const { date, bytes, widget, state } = value as Record<string, Anything>;
  if (date) return new Date(date);
  if (bytes) return new Uint8Array(bytes);
  if (widget) return make(widget, argument(state));
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, argument(one)]));
}

let page: FrontEnd;
beforeEach(() => {
  page = withFrontEnd();
});
afterEach(withoutFrontEnd);

/** The state of every widget, as the messages so far have made it. */
function states(told: readonly Told[]): Map<string, Record<string, unknown>> {
  const all = new Map<string, Record<string, unknown>>();
  for (const { type, id, data, buffers } of told) {
    if (type === "comm_close") continue;
    const state = structuredClone(data.state) as Anything;
    (data.buffer_paths as string[][]).forEach(([key], i) => {
      state[key] = { bytes: [...buffers[i]] };
    });
    all.set(id, { ...all.get(id), ...state });
  }
  return all;
}

describe.each(cases.map((one, i) => [i, one.widget, one] as const))("case %i, %s", (_, name, one) => {
  test("has the state that ipywidgets gives it", () => {
    const made = make(name, argument(one.state));
    for (const change of one.then) {
      const { place, ...state } = argument(change) as Record<string, Anything>;
      if (place) made.place(...place);
      else made.set(state);
    }
    const all = states(page.told);
    const usual = (model: string): Record<string, unknown> => {
      const found = cases.find(
        ({ wire, state }) => wire._model_name === model && Object.keys(state).length === 0,
      );
      return found?.wire ?? {};
    };
    const plain = (value: unknown): unknown => {
      if (typeof value === "string" && value.startsWith("IPY_MODEL_")) {
        const state = all.get(value.slice(10)) as Record<string, unknown>;
        const model = state._model_name as string;
        const own = Object.entries(state)
          .map(([key, it]) => [key, plain(it)])
          .filter(([key, it]) => JSON.stringify(it) !== JSON.stringify(usual(model)[key as string]));
        return { model, own: Object.fromEntries(own) as unknown };
      }
      return Array.isArray(value) ? value.map(plain) : value;
    };
    const wire = Object.entries(all.get(made.modelId) ?? {}).map(([key, it]) => [key, plain(it)]);
    expect(Object.fromEntries(wire)).toEqual(one.wire);
  });
});

test("the committed models are those of the schema", async () => {
  for (const [name, text] of Object.entries(await generate())) {
    expect(readFileSync(new URL(`../src/widgets/${name}`, import.meta.url), "utf8")).toBe(text);
  }
});
