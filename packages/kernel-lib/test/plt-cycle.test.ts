import { afterEach, expect, test } from "vitest";
import { plt } from "../src";
import { paint } from "../src/plt/color/color";

afterEach(() => plt.rcdefaults());

// What matplotlib.colors.to_hex gives with the same cycles.
test.each([
  ["C0", { color: ["r", "b"], linestyle: ["-", "--"] }, "r"],
  ["C3", { color: ["r", "b"], linestyle: ["-", "--"] }, "b"],
  ["C1", { linestyle: ["-", "--"] }, "k"],
])("%s is a colour of the cycle that rcParams has", (name, cycle, expected) => {
  plt.rcParams["axes.prop_cycle"] = plt.cycler(cycle);
  expect(paint("test", name)).toEqual(paint("test", expected));
});
