import fs, { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test, vi } from "vitest";
import * as np from "../src/np";
import { reference, unstored, type Stored } from "./stored";

const python = reference<{
  npy: [name: string, array: Stored, file: string][];
  foreign: [name: string, array: Stored, file: string][];
  refused: [name: string, file: string][];
  npz: { arrays: Record<string, Stored>; plain: string; compressed: string };
}>("saving");

const folder = mkdtempSync(join(tmpdir(), "tslinen-storing-"));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string) => join(folder, name);
const put = (name: string, file: string) => {
  writeFileSync(at(name), Buffer.from(file, "base64"));
  return at(name);
};
const expectSame = (own: unknown, stored: Stored) => {
  const wanted = unstored(stored);
  expect(own).toMatchObject({ dtype: wanted.dtype, shape: wanted.shape });
  expect(Buffer.from((own as np.ndarray).data.buffer).equals(Buffer.from(wanted.data.buffer))).toBe(true);
};

describe("npy files", () => {
  test.each(python.npy)("%s is read as NumPy writes it, and written byte by byte", (_, stored, file) => {
    expectSame(np.load(put("x.npy", file)), stored);
    np.save(at("own"), unstored(stored));
    expect(readFileSync(at("own.npy"), "base64") === file).toBe(true);
  });

  test.each(python.foreign)("%s becomes the nearest dtype", (_, stored, file) => {
    const own = np.load(put("x.npy", file));
    expect((own as np.ndarray).tolist()).toEqual(unstored(stored).tolist());
    expect(own.dtype).toBe(stored.dtype);
  });

  test.each(python.refused)("%s is refused", (_, file) => {
    expect(() => np.load(put("x.npy", file))).toThrow(/^load: ".*x\.npy" holds /);
  });
});

describe("npz files", () => {
  test.each(["plain", "compressed"] as const)("%s ones of NumPy are read", (kind) => {
    const own = np.load(put("x.npz", python.npz[kind]) as `${string}.npz`);
    expect(Object.keys(own)).toEqual(Object.keys(python.npz.arrays));
    for (const [name, stored] of Object.entries(python.npz.arrays)) expectSame(own[name], stored);
  });

  test.each([
    ["savez", np.savez],
    ["savezCompressed", np.savezCompressed],
  ])("%s writes arrays with and without a name", (_, save) => {
    save(at("own"), np.arange(3), { "ä/b": np.eye(2) }, [true]);
    const own = np.load(at("own.npz") as `${string}.npz`);
    expect(Object.entries(own).map(([name, x]) => [name, x.tolist()])).toEqual([
      ["arr_0", [0, 1, 2]],
      [
        "ä/b",
        [
          [1, 0],
          [0, 1],
        ],
      ],
      ["arr_1", [true]],
    ]);
  });

  test("a name stands once, and what is no array is refused before a file is opened", () => {
    expect(() => np.savez(at("none"), [1], { arr_0: [2] })).toThrow(
      'savez: expected each name once, got "arr_0" twice',
    );
    expect(() => np.savez(at("none"), "a" as never)).toThrow(/^savez: expected numbers, got "a"/);
    expect(() => np.save(3 as never, [1])).toThrow("save: expected the name of a file, got 3");
    expect(readdirSync(folder)).not.toContain("none.npz");
  });
});

describe("broken and foreign files", () => {
  const npy = Buffer.from(python.npy[0][2], "base64");
  const npz = Buffer.from(python.npz.compressed, "base64");
  const damaged = Uint8Array.from(npz);
  damaged[80] ^= 255;
  test.each([
    ["text", Buffer.from("hello"), "is neither an npy nor an npz file"],
    ["nothing", Buffer.alloc(0), "is neither an npy nor an npz file"],
    [
      "an npy file cut off",
      npy.subarray(0, npy.length - 1),
      "is broken: expected 48 bytes of numbers, got 47",
    ],
    ["an npy file cut off early", npy.subarray(0, 20), "is broken: its header is cut off"],
    ["an npy file with more", Buffer.concat([npy, npy]), "is broken: expected 48 bytes of numbers, got"],
    ["an npz file cut off", npz.subarray(0, npz.length - 30), "is broken: the list at its end is missing"],
    ["an npz file with a byte changed", damaged, "is damaged"],
  ])("%s is named as such", (_, bytes, problem) => {
    writeFileSync(at("broken"), bytes);
    expect(() => np.load(at("broken"))).toThrow(problem);
    expect(() => np.load(at("broken"))).toThrow(expect.objectContaining({ name: "FileFormatError" }));
  });

  test("a missing file and a folder are named as such", () => {
    expect(() => np.load(at("missing.npy"))).toThrow(
      /^load: could not read ".*missing\.npy": there is no such file$/,
    );
    expect(() => np.load(folder)).toThrow(/: it is a folder$/);
  });
});

describe("writing", () => {
  test("leaves the old file and nothing else where the disk is full", () => {
    np.save(at("kept.npy"), [1, 2]);
    const before = readdirSync(folder);
    let calls = 0;
    const full = vi.spyOn(fs, "writeSync").mockImplementation(() => {
      if (++calls === 1) return 5;
      throw Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
    });
    expect(() => np.save(at("kept.npy"), np.zeros(1000))).toThrow(
      /^save: could not write ".*kept\.npy": no space is left on the disk$/,
    );
    full.mockRestore();
    expect(readdirSync(folder)).toEqual(before);
    expect(np.load(at("kept.npy") as `${string}.npy`).tolist()).toEqual([1, 2]);
  });

  test("says which folder is missing", () => {
    expect(() => np.save(at("no/x.npy"), [1])).toThrow(
      /^save: could not write ".*": there is no such folder$/,
    );
  });
});
