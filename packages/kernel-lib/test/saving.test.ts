import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import * as flax from "../src/flax";
import * as jax from "../src/jax";
import * as np from "../src/np";
import * as safetensors from "../src/saving/safetensors";
import { Net } from "./savedNet";
import { mostUlps, reference, unstored, type Stored } from "./stored";

const python = reference<{
  safetensors: {
    arrays: Record<string, Stored>;
    file: string;
    "without metadata": string;
    bfloat16: [array: Stored, file: string];
  };
  model: { x: Stored; y: Stored; safetensors: string; msgpack: string };
  msgpack: string;
  "a number of NumPy": string;
}>("saving");

const folder = mkdtempSync(join(tmpdir(), "tslinen-saving-"));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string) => join(folder, name);
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, "base64"));
const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");
const { serialization } = flax;

describe("files of Python", () => {
  const { x, y } = python.model;
  const expectOutputs = (variables: object) => {
    const own = new Net().apply(variables, unstored(x));
    expect(mostUlps(own.data, unstored(y).data, "float32")).toBeLessThan(32);
  };

  test("a Flax model's parameters give its outputs, and are written back byte by byte", () => {
    writeFileSync(at("model.safetensors"), bytesOf(python.model.safetensors));
    const variables = safetensors.loadFile(at("model.safetensors"));
    expectOutputs(variables);
    safetensors.saveFile(variables, at("back.safetensors"));
    expect(readFileSync(at("back.safetensors"), "base64")).toBe(python.model.safetensors);
    const own = new Net().init(jax.random.PRNGKey(0), unstored(x));
    expectOutputs(serialization.fromStateDict(own, variables));
  });

  test("so do the bytes of flax.serialization", () => {
    const variables = serialization.fromBytes(null, bytesOf(python.model.msgpack));
    expectOutputs(variables);
    const own = new Net().init(jax.random.PRNGKey(0), unstored(x));
    expectOutputs(serialization.fromBytes(own, bytesOf(python.model.msgpack)));
    expect(textOf(serialization.toBytes(variables))).toBe(python.model.msgpack);
  });

  test("tensors of every dtype are read and written byte by byte, with what goes along", () => {
    const { arrays, file } = python.safetensors;
    const read = safetensors.load(bytesOf(file), { sep: null });
    expect(Object.keys(read).sort()).toEqual(Object.keys(arrays).sort());
    for (const [name, stored] of Object.entries(arrays)) {
      expect(read[name]).toMatchObject({ dtype: stored.dtype, shape: stored.shape });
      expect(read[name].tolist()).toEqual(unstored(stored).tolist());
    }
    const nested = safetensors.load(bytesOf(file));
    expect(Object.keys(nested.b).sort()).toEqual(["c", "d"]);
    expect(textOf(safetensors.save(nested, { format: "flax", note: "ä" }))).toBe(file);
    expect(textOf(safetensors.save(nested))).toBe(python.safetensors["without metadata"]);
    const [half, bfloat16] = python.safetensors.bfloat16;
    expect(safetensors.load(bytesOf(bfloat16)).x.tolist()).toEqual(unstored(half).tolist());
  });

  test("numbers, texts and nothing come back from Flax's format", () => {
    const tree = serialization.fromBytes(null, bytesOf(python.msgpack));
    expect(tree).toMatchObject({ step: 12, rate: 0.25, name: "net", none: null });
    expect([tree.list[0].dtype, tree.list[0].shape, tree.list[1].tolist()]).toEqual(["int32", [], [true]]);
    expect(textOf(serialization.toBytes(tree))).toBe(python.msgpack);
    expect(serialization.fromBytes(null, bytesOf(python["a number of NumPy"])).x.item()).toBe(2.5);
  });
});

describe("what is saved comes back", () => {
  const tree = {
    list: [
      {
        w: np.array([
          [1, -0],
          [NaN, Infinity],
        ]),
      },
      { w: np.array([1e-45, 3.4e38]) },
    ],
    key: jax.random.PRNGKey(4294967295),
    truth: np.array([true, false]),
    wide: np.array([0.1], { dtype: np.float64 }),
    empty: {},
    step: 70000,
    small: -129,
    rate: 1e-3,
    text: "ä".repeat(300),
    flag: true,
    nothing: null,
  };
  const like = { ...tree, list: [{ w: np.zeros([2, 2]) }, { w: np.zeros(2) }], step: 0, small: 0 };
  const expectTree = (own: typeof tree) => {
    expect(jax.tree.structure(own).equals(jax.tree.structure(tree))).toBe(true);
    for (const [[path, leaf], [, wanted]] of jax.tree
      .leavesWithPath(own)
      .map((one, i) => [one, jax.tree.leavesWithPath(tree)[i]] as const)) {
      if (!(wanted instanceof np.ndarray)) expect(leaf, path.join()).toBe(wanted);
      else
        expect(Buffer.from((leaf as np.ndarray).data.buffer), path.join()).toEqual(
          Buffer.from(wanted.data.buffer),
        );
    }
  };

  test("as bytes and as JSON", () => {
    expectTree(serialization.fromBytes(like, serialization.toBytes(tree)));
    expectTree(serialization.fromJson(like, serialization.toJson(tree)));
    for (const x of [
      0,
      127,
      128,
      255,
      256,
      65536,
      2 ** 32,
      2 ** 40,
      -1,
      -32,
      -33,
      -128,
      -32769,
      -(2 ** 40),
      -0,
      0.5,
    ]) {
      expect(serialization.fromBytes(null, serialization.toBytes({ x })).x).toBe(x);
    }
  });

  test("into a tree like it only", () => {
    const saved = serialization.toStateDict({ a: { w: np.zeros([2, 3]) }, b: [1, 2] });
    const restore = (target: unknown) => () => serialization.fromStateDict(target, saved);
    expect(restore({ a: { w: np.zeros([3, 2]) }, b: [1, 2] })).toThrow(
      "fromStateDict: expected an array of shape (3, 2) at .a.w, got shape (2, 3)",
    );
    expect(restore({ a: { v: np.zeros([2, 3]) }, b: [1, 2] })).toThrow(
      "fromStateDict: expected { v } at .a, got { w }",
    );
    expect(restore({ a: { w: np.zeros([2, 3]) }, b: [1, {}] })).toThrow(
      "fromStateDict: expected { 0, 1 } at .b, got an array of shape (2,)",
    );
    expect(() => serialization.toStateDict({ f: [() => 1] })).toThrow(
      /^toStateDict: expected arrays.* got a function at \.f/,
    );
  });

  test("names with dots are refused, since they would not come back", () => {
    expect(() => safetensors.saveFile({ "a.b": np.ones(2) }, at("x"))).toThrow(
      'saveFile: expected keys without ".", got "a.b"',
    );
    expect(() => safetensors.save({ a: "text" })).toThrow(/^save: expected numbers, got "text"/);
  });
});

describe("broken and foreign files", () => {
  const tensors = bytesOf(python.safetensors.file);
  const packed = bytesOf(python.model.msgpack);
  const changed = (bytes: Uint8Array, from: string, to: string) =>
    new Uint8Array(Buffer.from(Buffer.from(bytes).toString("latin1").replace(from, to), "latin1"));
  test.each([
    ["text", Buffer.from("hello, world"), "is not a safetensors file"],
    ["nothing", new Uint8Array(0), "is not a safetensors file"],
    ["one cut off", tensors.subarray(0, tensors.length - 1), "is broken: it is cut off, expected"],
    ["one without its numbers", tensors.subarray(0, 60), "is broken: its header is cut off"],
    [
      "one with another shape",
      changed(tensors, '"shape":[3,4]', '"shape":[3,5]'),
      'is broken: "b.c" needs 60 bytes, has 48',
    ],
    ["one of an unknown dtype", changed(tensors, '"dtype":"F64"', '"dtype":"C64"'), 'holds "e" of dtype C64'],
    [
      "one whose header is no JSON",
      changed(tensors, '"dtype"', '"dtype:'),
      "is broken: its header is not JSON",
    ],
  ])("of tensors: %s", (_, bytes, problem) => {
    writeFileSync(at("broken"), bytes);
    expect(() => safetensors.loadFile(at("broken"))).toThrow(problem);
    expect(() => safetensors.load(bytes)).toThrow(expect.objectContaining({ name: "FileFormatError" }));
  });

  test.each([
    ["one cut off", packed.subarray(0, packed.length - 7), "is broken: it is cut off"],
    ["one with more", Uint8Array.from([...packed, 1]), "is broken: more follows its end"],
    ["of another kind", Uint8Array.of(0xc1), "is not a MessagePack file"],
    ["with an unknown extension", Uint8Array.of(0xd4, 9, 0), "holds a value of an unknown kind (9)"],
  ])("of Flax: %s", (_, bytes, problem) => {
    const target = new Net().init(jax.random.PRNGKey(0), np.zeros([1, 6, 6, 1]));
    expect(() => serialization.fromBytes(target, bytes)).toThrow(`fromBytes: the data ${problem}`);
  });

  test("of JSON", () => {
    expect(() => serialization.fromJson(null, "{")).toThrow(/^fromJson: the text is not JSON/);
    expect(() => serialization.fromJson(null, '{"dtype":"float32","shape":[2],"data":[1]}')).toThrow(
      /^fromJson: .*broken/,
    );
  });
});
