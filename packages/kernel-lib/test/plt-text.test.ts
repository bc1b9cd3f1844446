import { expect, it } from "vitest";
import { readColor } from "../src/plt/color/color";
import { readFormat } from "../src/plt/format";
import { linearScale } from "../src/plt/model/scales/linear";
import { mathtext } from "../src/plt/text/mathtext";
import { logLabels } from "../src/plt/ticks/log";
import { scalarLabels } from "../src/plt/ticks/scalar";

it.each([
  ["no formula", "no formula"],
  ["$\\alpha$", "α"],
  ["$x^2$", "x²"],
  ["$10^{-3}$", "10⁻³"],
  ["$x_i$", "xᵢ"],
  ["$a_{ij}^2$", "aᵢⱼ²"],
  ["$\\sigma(x) = \\frac{1}{1 + e^{-x}}$", "σ(x) = 1/(1+e⁻ˣ)"],
  ["$\\sqrt{2\\pi}$", "√(2π)"],
  ["$\\sqrt[3]{\\frac{X}{Y}}$", "∛(X/Y)"],
  ["$\\sqrt[n]{x}$", "ⁿ√x"],
  ["$\\mathrm{relu}(x) \\leq \\max(x, 0)$", "relu(x) ≤ max(x,0)"],
  ["$\\|\\nabla\\mathcal{L}\\|_2$", "‖∇ℒ‖₂"],
  ["$x \\in \\mathbb{R}^{n}, \\mathcal{D}$", "x ∈ ℝⁿ,D"],
  ["$\\hat{y}$", "y\u0302"],
  ["$\\text{a b}$", "a b"],
  ["$\\unknowable x$", "\\unknowablex"],
  ["$5 is money", "$5 is money"],
  ["\\$5 and \\$6", "$5 and $6"],
  ["cost $x$ and $y$", "cost x and y"],
  ["$x^{(1)}$", "x⁽¹⁾"],
  ["$x^{Q}$", "x^Q"],
  ["$\\left( x \\right)$", "(x)"],
])("mathtext: %s is %s", (source, text) => {
  expect(mathtext(source)).toBe(text);
});

it.each([
  ["r", "#ff0000", 1],
  ["k", "ink", 1],
  ["Tomato", "#ff6347", 1],
  ["tab:blue", "#1f77b4", 1],
  ["C11", "#ff7f0e", 1],
  ["#abc", "#aabbcc", 1],
  ["#aabbcc80", "#aabbcc", 128 / 255],
  ["0.5", "#808080", 1],
  ["none", "none", 0],
  [[1, 0, 0, 0.5], "#ff0000", 0.5],
])("colour %s is %s", (given, color, alpha) => {
  expect(readColor(given)).toEqual({ color, alpha });
});

it.each([["blurple"], ["2.5"], ["#12345"], [[1, 2]], [[0, 0, 300]], [null], [7]])(
  "%s is no colour",
  (given) => {
    expect(readColor(given)).toBeUndefined();
  },
);

it.each([
  ["r--", { color: { color: "#ff0000", alpha: 1 }, linestyle: "--" }],
  ["o", { marker: "o", linestyle: "None" }],
  ["-.k^", { linestyle: "-.", color: { color: "ink", alpha: 1 }, marker: "^" }],
  ["C2s:", { color: { color: "#2ca02c", alpha: 1 }, marker: "s", linestyle: ":" }],
  ["green", { color: { color: "#008000", alpha: 1 } }],
])("format %s", (format, wanted) => {
  expect(readFormat("plot", format)).toEqual(wanted);
});

it("writes ticks with as many decimals as they need, offsets and powers of ten apart", () => {
  expect(linearScale.forward(3)).toBe(3);
  expect(scalarLabels([0, 0.5, 1], [0, 1])).toEqual({ labels: ["0.0", "0.5", "1.0"], offset: "" });
  expect(scalarLabels([0, 2e6], [0, 2e6])).toEqual({ labels: ["0", "2"], offset: "1e6" });
  expect(scalarLabels([100000, 100001], [100000, 100001]).offset).toBe("+1e5");
  expect(scalarLabels([-2e-7, 0], [-2e-7, 0]).labels).toEqual(["−2", "0"]);
  expect(logLabels([0.001, 1, 1000], [0.001, 1000], 10)).toEqual(["10⁻³", "10⁰", "10³"]);
});
