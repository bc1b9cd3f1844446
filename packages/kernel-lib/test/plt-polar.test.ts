import { afterEach, expect, test } from "vitest";
import * as plt from "../src/plt";
import { checkedSpec } from "./plt-checked";

afterEach(() => plt.close("all"));

const polar = () => plt.subplot({ projection: "polar" });

test.each<[string, () => unknown, string]>([
  ["an image", () => polar().imshow([[1]]), "imshow: expected axes of x and y, got polar axes"],
  ["an endless line", () => polar().axline([0, 0], { slope: 1 }), "axline: expected axes of x and y"],
  ["arrows", () => polar().quiver([1], [1]), "quiver: expected axes of x and y"],
  [
    "a direction of angles",
    () => polar().setThetaDirection("left" as never),
    'setThetaDirection: expected direction to be 1, -1, "clockwise" or "counterclockwise", got "left"',
  ],
  [
    "too much of a circle",
    () => polar().setThetalim(0, 7),
    "setThetalim: expected at most a full circle, got 0 to 7",
  ],
  ["a radius", () => polar().setRmax("far" as never), 'setRmax: expected value to be a number, got "far"'],
])("polar axes refuse %s", (_, run, message) => {
  expect(run).toThrow(message);
  expect(plt.gca().artists).toEqual([]);
  expect(plt.gca().getXlim()).toEqual([0, 2 * Math.PI]);
});

test("plt.polar makes polar axes, and none where it fails", () => {
  expect(() => plt.polar([1, 2], [1])).toThrow("polar: expected x and y of equal length");
  expect(plt.gcf().axes).toEqual([]);
  plt.polar([1, 2], [1, 2]);
  expect(plt.gca().polar).toBeDefined();
  expect(plt.subplot(1, 1, 1, { polar: true })).toBe(plt.gca());
  expect(plt.subplot(1, 1, 1).polar).toBeUndefined();
});

test("straight axes refuse what is polar", () => {
  plt.plot([1, 2]);
  expect(() => plt.polar([1], [2])).toThrow("polar: expected the current axes to be polar");
  expect(() => plt.gca().setThetaDirection(-1)).toThrow("setThetaDirection: expected polar axes");
  expect(() => plt.rgrids([1])).toThrow("rgrids: expected polar axes");
  expect(plt.gca().artists.length).toBe(1);
});

test("settings tell what is set", () => {
  const ax = polar();
  ax.plot([0, 1], [1, 3]);
  expect(ax.getYlim()[0]).toBe(0);
  expect(ax.setRlim({ rmax: 5 })).toEqual([0, 5]);
  ax.setRmin(-5);
  expect(ax.setRlim()).toEqual([-5, 5]);
  ax.setThetamin(90);
  ax.setThetamax(180);
  expect(ax.setThetalim()).toEqual([Math.PI / 2, Math.PI]);
  expect(
    plt
      .rgrids([1, 2], ["a", "b"], { angle: 90 })
      .map((each) => each.map((one) => (typeof one === "number" ? one : String(one)))),
  ).toEqual([
    [1, 2],
    ["a", "b"],
  ]);
  expect(ax.polar?.labelAngle).toBe(Math.PI / 2);
  ax.clear();
  expect(ax.polar).toBeDefined();
  expect(ax.getXlim()).toEqual([0, 2 * Math.PI]);
});

test("a pointer is told angles and radii where there are few enough points, a picture holds none of it", () => {
  const ax = polar();
  ax.scatter([Math.PI / 2, Math.PI], [0.5, 2]);
  ax.plot(new Float64Array(3000), new Float64Array(3000));

  const told = (interactive: boolean) => {
    const text = JSON.stringify(checkedSpec(plt.gcf(), { interactive }));
    return [...text.matchAll(/"angle":(\[[^\]]*\]),"radius":(\[[^\]]*\])/g)].map(([, ...lists]) =>
      lists.map((list) => JSON.parse(list) as unknown),
    );
  };
  expect(told(true)).toEqual([
    [
      ["90°", "180°"],
      [0.5, 2],
    ],
  ]);
  expect(told(false)).toEqual([]);
});
