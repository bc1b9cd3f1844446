import { afterEach, expect, test, vi } from "vitest";
import { progress } from "../src/display";
import "../src/widgets";
import { withFrontEnd, withoutFrontEnd, type Told } from "./widgetHost";

const view = "application/vnd.jupyter.widget-view+json";

afterEach(() => {
  vi.restoreAllMocks();
  withoutFrontEnd();
});

/** The states of all widgets of a model as the page knows them now. */
function inPage(told: readonly Told[], model: string): Record<string, unknown>[] {
  const opened = told.filter(({ type, data }) => type === "comm_open" && data.state._model_name === model);
  return opened.map(({ id }) =>
    Object.assign({}, ...told.filter((one) => one.id === id).map(({ data }) => data.state)),
  );
}

/** Gives what goes through rounds something that notes how things stand, and lets 60 ms pass. */
function watched(run: (tick: (note: () => void) => void) => void): void {
  let now = 0;
  vi.spyOn(performance, "now").mockImplementation(() => now);
  run((note) => {
    note();
    now += 60;
  });
}

test("a page that has not asked for widgets gets a line", async () => {
  // As in a kernel that no page has asked yet.
  vi.resetModules();
  const { progress } = await import("../src/display");
  await import("../src/widgets");
  const page = withFrontEnd();
  expect([...progress(2)]).toEqual([0, 1]);
  expect(page.told).toEqual([]);
  expect(page.shown).toEqual([{ "text/plain": "  0%|          | 0/2 [00:00<?, 0.0it/s]" }]);
});

test("a page with widgets gets a bar that goes on in its place, and the line for where it is not shown", () => {
  const page = withFrontEnd();
  page.open("jupyter.widget.control", {}, { version: "1.0.0" });
  const seen: unknown[] = [];
  watched((tick) => {
    const steps = progress(4, { desc: "a < b" });
    for (const step of steps) {
      steps.setPostfix({ loss: 1 / (step + 1) });
      tick(() => seen.push(inPage(page.told, "FloatProgressModel")[0].value));
    }
  });
  expect(seen).toEqual([0, 0, 0.5, 0.5]);
  const [bar] = inPage(page.told, "FloatProgressModel");
  expect([bar.value, bar.bar_style]).toEqual([1, "success"]);
  const [before, behind] = inPage(page.told, "HTMLModel").map(({ value }) => String(value));
  expect(before).toContain("a &lt; b: 100%");
  expect(behind).toContain("4/4 [00:00&lt;00:00, 16.7it/s, loss=0.250]");
  expect(page.shown).toHaveLength(1);
  expect(page.updated).toHaveLength(1);
  expect(page.updated[0][view]).toEqual(page.shown[0][view]);
  expect(page.updated[0]["text/plain"]).toBe(
    "a < b: 100%|██████████| 4/4 [00:00<00:00, 16.7it/s, loss=0.250]",
  );
});

test("the bar is red where it ended early, and full but blue where nobody knows how long it takes", () => {
  const page = withFrontEnd();
  page.open("jupyter.widget.control", {}, { version: "1.0.0" });
  for (const step of progress(5)) if (step === 2) break;
  expect(inPage(page.told, "FloatProgressModel")[0]).toMatchObject({ value: 0.4, bar_style: "danger" });
  const seen: unknown[] = [];
  for (const letter of progress(new Set("ab").values())) {
    const { value, bar_style } = inPage(page.told, "FloatProgressModel")[1];
    seen.push([letter, value, bar_style]);
  }
  expect(seen).toEqual([
    ["a", 1, "info"],
    ["b", 1, "info"],
  ]);
});
