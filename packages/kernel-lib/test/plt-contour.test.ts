import fc from "fast-check";
import { expect, test } from "vitest";
import { bandOutlines, gridField, levelLines, type Field, type Path } from "../src/plt/contour";

function fieldOf(rows: number, columns: number, f: (x: number, y: number) => number): Field {
  const x: number[] = [];
  const y: number[] = [];
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      x.push(j);
      y.push(i);
    }
  }
  return gridField([rows, columns], { x, y, z: x.map((v, k) => f(v, y[k])) });
}

const area = ({ x, y }: Path) =>
  x.slice(1).reduce((sum, _, k) => sum + (x[k] * y[k + 1] - x[k + 1] * y[k]) / 2, 0);
const totalArea = (paths: Path[]) => paths.reduce((sum, path) => sum + area(path), 0);

test("the line of a plane is one straight path", () => {
  const [line, ...others] = levelLines(
    fieldOf(5, 7, (x) => x),
    2.5,
  );
  expect(others).toEqual([]);
  expect(line.closed).toBe(false);
  expect(new Set(line.x)).toEqual(new Set([2.5]));
  expect([...line.y].sort()).toEqual([0, 1, 2, 3, 4]);
});

test("the lines of a bowl are closed, with the larger values to the left", () => {
  const bowl = fieldOf(41, 41, (x, y) => Math.hypot(x - 20, y - 20));
  const [ring, ...others] = levelLines(bowl, 10.3);
  expect(others).toEqual([]);
  expect(ring.closed).toBe(true);
  expect(area(ring)).toBeLessThan(0);
  expect(Math.abs(area(ring)) / (Math.PI * 10.3 ** 2)).toBeCloseTo(1, 2);
  ring.x.forEach((x, k) => expect(Math.hypot(x - 20, ring.y[k] - 20)).toBeCloseTo(10.3, 1));
});

test("a band about a hole has two outlines, of opposite sense", () => {
  const bowl = fieldOf(41, 41, (x, y) => Math.hypot(x - 20, y - 20));
  const outlines = bandOutlines(bowl, 5, 10);
  expect(outlines.map(({ closed }) => closed)).toEqual([true, true]);
  expect(outlines.map((path) => Math.sign(area(path))).sort()).toEqual([-1, 1]);
  expect(totalArea(outlines)).toBeCloseTo(Math.PI * 75, 0);
});

test("a band that reaches the rim follows it", () => {
  const [outline, ...others] = bandOutlines(
    fieldOf(3, 4, (x) => x),
    0.5,
    9,
  );
  expect(others).toEqual([]);
  expect(area(outline)).toBeCloseTo(2 * 2.5);
});

test.each([
  ["low middle joins what is low", [1, 0, 0, 0.9], 0.5, 2],
  ["high middle joins what is high", [1, 0.2, 0.2, 1], 0.5, 1],
])("a saddle: %s", (_, z, level, pieces) => {
  const field = { ...fieldOf(2, 2, () => 0), z };
  expect(levelLines(field, level).length).toBe(2);
  expect(bandOutlines(field, level, 9).length).toBe(pieces);
});

test("cells with gaps are left out", () => {
  const holed = fieldOf(6, 6, (x, y) => (x === 2 && y === 2 ? NaN : 1));
  expect(totalArea(bandOutlines(holed, 0, 2))).toBeCloseTo(25 - 4);
  expect(
    levelLines(
      fieldOf(3, 3, () => NaN),
      0,
    ),
  ).toEqual([]);
});

test("bands of neighbouring levels fill the grid, each outline closed", () => {
  const grid = fc.integer({ min: 2, max: 7 });
  const value = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ min: -3, max: 3, noNaN: true }));
  fc.assert(
    fc.property(grid, grid, fc.array(value, { minLength: 49, maxLength: 49 }), (rows, columns, values) => {
      const field = { ...fieldOf(rows, columns, () => 0), z: values.slice(0, rows * columns) };
      const levels = [-4, -1.5, 0, 0.3, 2, 4];
      const outlines = levels.slice(1).map((high, k) => bandOutlines(field, levels[k], high));
      expect(outlines.flat().every(({ closed }) => closed)).toBe(true);
      const total = outlines.reduce((sum, paths) => sum + totalArea(paths), 0);
      expect(total).toBeCloseTo((rows - 1) * (columns - 1), 6);
      outlines.forEach((paths) => expect(totalArea(paths)).toBeGreaterThan(-1e-9));
    }),
    { numRuns: 500 },
  );
});
