import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import * as widgets from "../src/widgets";
import { withFrontEnd, withoutFrontEnd, type FrontEnd } from "./widgetHost";

let page: FrontEnd;
beforeEach(() => {
  page = withFrontEnd();
});
afterEach(withoutFrontEnd);

const updates = (id: string) =>
  page.told
    .filter((one) => one.type === "comm_msg" && one.id === id && one.data.method === "update")
    .map(({ data }) => data.state as Record<string, unknown>);

test("changes that are held are told at once, also where the function fails", () => {
  const slider = widgets.IntSlider({ value: 3, max: 10 });
  const seen: unknown[] = [];
  slider.observe(({ new: value }) => seen.push(value), "value");
  const result = slider.holdSync(() => {
    slider.value = 5;
    slider.max = 20;
    slider.holdSync(() => (slider.value = 15));
    expect(updates(slider.modelId)).toEqual([]);
    return "done";
  });
  expect(result).toBe("done");
  expect(seen).toEqual([5, 15]);
  expect(updates(slider.modelId)).toEqual([{ value: 15, max: 20 }]);
  expect(() =>
    slider.holdSync(() => {
      slider.value = 1;
      throw new Error("stop");
    }),
  ).toThrow("stop");
  expect(updates(slider.modelId).at(-1)).toEqual({ value: 1 });
});

test("what a reader submits is told, until it is not wanted any more", () => {
  for (const made of [widgets.Text(), widgets.Password(), widgets.Combobox()]) {
    const heard: unknown[] = [];
    const listener = (widget: unknown) => heard.push(widget);
    made.onSubmit(listener);
    const submit = () => page.say(made.modelId, { method: "custom", content: { event: "submit" } });
    submit();
    page.say(made.modelId, { method: "custom", content: { event: "other" } });
    expect(heard).toEqual([made]);
    made.onSubmit(listener, { remove: true });
    submit();
    expect(heard).toHaveLength(1);
  }
  expect(() => widgets.Text().onSubmit(3 as never)).toThrow(/onSubmit: expected a function, got 3/);
});

test("pictures, sounds and films are made of files and addresses", () => {
  const folder = mkdtempSync(join(tmpdir(), "tslinen-media-"));
  try {
    const file = join(folder, "a.jpg");
    writeFileSync(file, Uint8Array.of(1, 2, 3));
    const image = widgets.Image.fromFile(file, { width: "30" });
    expect([...image.value]).toEqual([1, 2, 3]);
    expect([image.format, image.width]).toEqual(["jpeg", "30"]);
    expect(widgets.Image.fromFile(file, { format: "png" }).format).toBe("png");
    const sound = widgets.Audio.fromUrl("https://example.org/a.mp3", { autoplay: false });
    expect([new TextDecoder().decode(sound.value), sound.format, sound.autoplay]).toEqual([
      "https://example.org/a.mp3",
      "url",
      false,
    ]);
    const film = widgets.Video();
    film.setValueFromFile(file);
    expect([...film.value]).toEqual([1, 2, 3]);
    expect(() => widgets.Image.fromFile(join(folder, "none.png"))).toThrow(/none\.png/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("all widgets are closed at once", () => {
  const made = [widgets.IntSlider(), widgets.Text()];
  widgets.Widget.closeAll();
  expect(made.map(({ closed }) => closed)).toEqual([true, true]);
  const closed = page.told.filter(({ type }) => type === "comm_close").map(({ id }) => id);
  for (const { modelId } of made) expect(closed).toContain(modelId);
});
