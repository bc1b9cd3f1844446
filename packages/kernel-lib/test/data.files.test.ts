import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";
import * as data from "../src/data";
import * as np from "../src/np";

const folder = mkdtempSync(join(tmpdir(), "tslinen-data-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("data.csv", () => {
  test("reads numbers, truth values and texts", async () => {
    const text = 'n,x,name,ok\r\n1,1.5,"a ""b"", c",true\r\n2,,"two\nlines",False\r\n-3,1e3, d ,TRUE\r\n';
    const file = join(folder, "table.csv");
    writeFileSync(file, `\uFEFF${text}`);
    const table = await data.csv(file);
    expect(Object.keys(table)).toEqual(["n", "x", "name", "ok"]);
    const { n, x, name, ok } = table as Record<string, np.ndarray>;
    expect([n.dtype, x.dtype, ok.dtype]).toEqual(["int32", "float32", "bool"]);
    expect([n, x, ok].map((column) => column.tolist())).toEqual([
      [1, 2, -3],
      [1.5, NaN, 1000],
      [true, false, true],
    ]);
    expect(name).toEqual(['a "b", c', "two\nlines", "d"]);
    expect(data.parseCsv(text, { dtype: "float64" }).n).toMatchObject({ dtype: "float64" });
  });

  test("takes separators and names", () => {
    expect(data.parseCsv("1\t2\n3\t4", { sep: "\t", header: false })).toMatchObject({ 0: { shape: [2] } });
    expect(Object.keys(data.parseCsv("1;2", { sep: ";", header: ["a", "b"] }))).toEqual(["a", "b"]);
    expect(data.parseCsv("")).toEqual({});
  });

  test("names what is wrong", async () => {
    expect(() => data.parseCsv("a,b\n1,2\n3")).toThrow(
      "parseCsv: expected 2 fields in every line, got 1 in line 3",
    );
    expect(() => data.parseCsv('a\n"b')).toThrow("parseCsv: expected a closed quote in line 2");
    await expect(data.csv(join(folder, "none.csv"))).rejects.toThrow(
      /^csv: could not read ".*": there is no such file/,
    );
  });
});

describe("data.mnist", () => {
  /** An IDX file. */
  const idx = (shape: number[], values: number[]) =>
    Uint8Array.from([0, 0, 8, shape.length, ...shape.flatMap((n) => [0, 0, n >> 8, n & 255]), ...values]);
  const images = Array.from({ length: 2 * 28 * 28 }, (_, i) => i % 251);
  const files: Record<string, Uint8Array> = {
    "train-images-idx3-ubyte.gz": gzipSync(idx([2, 28, 28], images)),
    "train-labels-idx1-ubyte.gz": gzipSync(idx([2], [7, 3])),
    "t10k-images.idx3-ubyte": idx([1, 28, 28], images.slice(0, 784)),
    "t10k-labels.idx1-ubyte": idx([1], [9]),
  };
  const expectMnist = ({ train, test: rest }: Awaited<ReturnType<typeof data.mnist>>) => {
    expect([train.image.dtype, train.label.dtype]).toEqual(["uint8", "int32"]);
    expect([train.image.shape, rest.image.shape]).toEqual([
      [2, 28, 28],
      [1, 28, 28],
    ]);
    expect([...train.image.data]).toEqual(images);
    expect([train.label.tolist(), rest.label.tolist()]).toEqual([[7, 3], [9]]);
  };

  test("reads a folder, gzipped or not", async () => {
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
    expectMnist(await data.mnist(folder));
    await expect(data.mnist(join(folder, "none"))).rejects.toThrow(/^mnist: the folder ".*" does not exist/);
    writeFileSync(
      join(folder, "train-images-idx3-ubyte.gz"),
      files["train-images-idx3-ubyte.gz"].subarray(0, 99),
    );
    await expect(data.mnist(folder)).rejects.toThrow(/^mnist: ".*" is broken: /);
    writeFileSync(join(folder, "train-images-idx3-ubyte.gz"), gzipSync(Buffer.from("<html>")));
    await expect(data.mnist(folder)).rejects.toThrow(/^mnist: ".*" is not an IDX file/);
    rmSync(join(folder, "train-images-idx3-ubyte.gz"));
    await expect(data.mnist(folder)).rejects.toThrow(/has no file train-images-idx3-ubyte\.gz/);
  });

  test("fetches from an address, keeps what it fetched, and says so when nobody answers", async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      const name = (request.url ?? "").split("/").at(-1) ?? "";
      asked.push(name);
      response.statusCode = Object.hasOwn(files, name) ? 200 : 404;
      response.end(files[name]);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/mnist/`;
    const cache = join(folder, "cache");
    expectMnist(await data.mnist(address, { cache }));
    const [own] = readdirSync(cache);
    expect(readdirSync(join(cache, own)).sort()).toEqual(Object.keys(files).sort());
    await expect(data.mnist(`${address}other`, { cache: join(folder, "other") })).resolves.toBeDefined();
    await new Promise((resolve) => server.close(resolve));
    const before = asked.length;
    expectMnist(await data.mnist(address, { cache }));
    expect(asked.length).toBe(before);
    const empty = join(folder, "empty");
    await expect(data.mnist(address, { cache: empty })).rejects.toThrow(
      /^mnist: could not read http:.*: nobody answers \(.*\); nothing is kept in ".*Give a folder with the four files/,
    );
    expect(existsSync(empty)).toBe(false);
  });
});
