import { describe, expect, test } from "vitest";
import * as nn from "../src/nn";
import * as np from "../src/np";
import * as random from "../src/random";

const key = random.PRNGKey(0);
const wrong = (value: unknown): never => value as never;

/** Each mistake with what is said of it: the function, what it expects, what it got. */
const mistakes: [() => unknown, string][] = [
  [() => np.array([[1, 2], [3]]), "array: lists are ragged: expected a list of 2 at [1], got a list of 1"],
  [() => np.array([1, [2]]), "array: lists are ragged: expected a number at [1], got a list of 1"],
  [() => np.array([[1], 2]), "array: lists are ragged: expected a list of 1 at [1], got 2"],
  [() => np.array(wrong(["1", "2"])), 'array: expected numbers at [0], got "1"'],
  [() => np.array(wrong([1, undefined])), "array: expected numbers at [1], got undefined"],
  [() => np.array(wrong(10n)), "array: expected numbers, got 10n"],
  [() => np.asarray(wrong({ a: 1 })), "asarray: expected numbers, got { a }"],
  [() => np.array([300], np.uint8), "array: expected a number that uint8 holds (0 to 255), got 300"],
  [
    () => np.array([NaN], np.int32),
    "array: expected a number that int32 holds (-2147483648 to 2147483647), got NaN",
  ],
  [
    () => np.zeros(3, wrong("float16")),
    "zeros: expected a dtype (bool, uint8, uint32, int32, float32, float64), got float16",
  ],
  [() => np.zeros([2, -1]), "zeros: expected lengths 0, 1, 2, … in a shape, got -1"],
  [() => np.zeros([2.5]), "zeros: expected lengths 0, 1, 2, … in a shape, got 2.5"],
  [() => np.zeros(wrong("3")), 'zeros: expected a shape such as [2, 3], got "3"'],
  [
    () => np.zeros([65536, 32768]),
    "zeros: an array holds at most 2147483647 elements, shape (65536, 32768) has 2147483648",
  ],
  [
    () => np.add(np.ones([65536, 1]), np.ones([1, 65536])),
    "add: an array holds at most 2147483647 elements, shape (65536, 65536) has 4294967296",
  ],
  [() => np.full(2, wrong("x")), 'full: expected value to be a number, got "x"'],
  [() => np.arange(0, 1, 0), "arange: expected step to be other than 0, got 0"],
  [() => np.arange(NaN), "arange: expected a finite stop, got NaN"],
  [() => np.linspace(0, 1, -1), "linspace: expected num to be a whole number of at least 0, got -1"],
  [
    () => np.linspace(0, 1, 5, wrong({ dtyp: "float32" })),
    'linspace: unknown option "dtyp"; did you mean "dtype"?',
  ],
  [() => np.sum([1], wrong({ keep_dim: true })), 'sum: unknown option "keep_dim"; did you mean "keepdims"?'],
  [() => np.sum([[1, 2]], 2), "sum: axis 2 is out of bounds for an array of 2 axes"],
  [() => np.sum([[1, 2]], [0, 0]), "sum: axis 0 is given twice"],
  [() => np.sum([1], wrong({ axis: "0" })), 'sum: expected axis to be a whole number, got "0"'],
  [() => np.max([]), "max: expected elements or an initial value, got shape (0,)"],
  [() => np.max([1, 2], { where: [true, false] }), "max: expected an initial value beside where"],
  [
    () => np.mean([1, 2], { where: [true, false, true] }),
    "mean: shapes (3,) and (2,) do not broadcast: lengths 3 and 2 on axis -1 are neither equal nor 1",
  ],
  [() => np.argmax([]), "argmax: expected elements, got none"],
  [() => np.arange(6).reshape(4, -1), "reshape: expected a shape that fits (6,) of 6 elements, got (4, -1)"],
  [
    () => np.arange(6).reshape(-1, -1),
    "reshape: expected each length to be a whole number of at least 0, got -1",
  ],
  [() => np.ones([2, 3]).transpose([0]), "transpose: expected 2 axes, got 1"],
  [() => np.ones([2, 3]).squeeze(1), "squeeze: expected axis 1 to have length 1, got 3"],
  [
    () => np.concatenate([np.ones([2, 3]), np.ones([3, 3])], 1),
    "concatenate: shapes (2, 3) and (3, 3) differ in more than axis 1",
  ],
  [() => np.stack([[1], [1, 2]]), "stack: expected arrays of one shape, got (1,) and (2,)"],
  [() => np.split(np.ones(5), 2), "split: expected axis 0 to divide into 2 equal parts, got length 5"],
  [
    () => np.matmul(np.ones([2, 3]), np.ones([2, 3])),
    "matmul: shapes (2, 3) and (2, 3) do not fit: inner lengths 3 and 2 differ",
  ],
  [() => np.matmul(2, [1]), "matmul: expected arrays with axes, got a number (use np.multiply)"],
  [() => np.take([1, 2], 2), "take: index 2 is out of bounds for an axis of length 2"],
  [() => np.take([1, 2], 0.5), "take: expected whole numbers as indices, got 0.5"],
  [() => np.arange(3).at(3), "at: axis 0: index 3 is out of bounds for an axis of length 3"],
  [() => np.arange(3).at(0, 0), "at: expected at most 1 indices for shape (3,), got 2"],
  [() => np.arange(3).at("1;2"), 'at: expected an index such as 0, "1:3", "::2" or "...", got "1;2"'],
  [() => np.arange(3).at("::0"), 'at: expected a step other than 0, got "::0"'],
  [() => np.arange(3).at([true, false]), "at: expected truth values of shape (3,), got (2,)"],
  [
    () => np.zeros(2, np.int32).with([0], 0.5),
    "with: expected values that int32 holds, got 0.5 (use astype)",
  ],
  [() => np.quantile([1, 2], 1.5), "quantile: expected q to be between 0 and 1, got 1.5"],
  [() => (np.ones(2) as unknown as number[])[0], "ndarray: expected x.at(0) in place of brackets, got [0]"],
  [
    () => ((np.ones(2) as unknown as number[])[1] = 5),
    "ndarray: expected x.with(1, value), which gives a changed copy, in place of brackets, got [1]",
  ],
  [() => -np.ones(2), "ndarray: expected one element where a plain number is asked for, got shape (2,)"],
  [() => np.linspace(0, 1, 5, { num: 6 }), 'linspace: option "num" is given twice'],
  [() => random.normal(key, wrong({ shap: 3 })), 'normal: unknown option "shap"; did you mean "shape"?'],
  [() => np.ones(2).item(), "item: expected an array of one element, got shape (2,)"],
  [() => [...np.array(1)], "ndarray: an array without axes cannot be iterated"],
  [
    () => np.setPrintoptions({ precision: -1 }),
    "setPrintoptions: expected precision to be 0, 1, 2, …, got -1",
  ],
  [() => nn.glu(np.ones([2, 5])), "glu: axis 1 has odd size 5 (shape (2, 5))"],
  [() => nn.glu(np.ones(4, np.int32)), "glu: expected floats, got int32"],
  [() => nn.softmax(1), "softmax: axis -1 is out of bounds for an array of 0 axes"],
  [() => nn.softmax([1, 2], { axis: 1 }), "softmax: axis 1 is out of bounds for an array of 1 axes"],
  [
    () => nn.standardize([1, 2], wrong({ algorithm: "slow" })),
    'standardize: expected algorithm to be "fast" or "stable", got "slow"',
  ],
  [() => nn.oneHot([1], -1), "oneHot: expected numClasses to be a whole number of at least 0, got -1"],
  [() => random.PRNGKey(1.5), "PRNGKey: expected the seed to be a whole number, got 1.5"],
  [
    () => random.uniform(wrong(0), [2]),
    "uniform: expected a key from PRNGKey or split, got 0; did you mean jax.random.PRNGKey(0)?",
  ],
  [
    () => random.normal(random.split(key), [2]),
    "normal: expected a key from PRNGKey or split, got an array of shape (2, 2); take one of these keys",
  ],
  [() => random.normal(key, [2], np.int32), "normal: expected dtype float32 or float64, got int32"],
  [
    () => random.randint(key, [2], 0, 10, np.float32),
    "randint: expected dtype int32, uint32 or uint8, got float32",
  ],
  [
    () => random.choice(key, 3, [5], { replace: false }),
    "choice: expected at most 3 draws without replacement, got 5",
  ],
  [
    () => random.choice(key, 3, [], { p: [0.5, 0.5] }),
    "choice: expected 3 probabilities in p, got an array of shape (2,)",
  ],
];

describe("mistakes are named", () => {
  for (const [mistake, message] of mistakes) test(message, () => expect(mistake).toThrowError(message));
});
