import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inflateSync, crc32 } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { displaySymbol } from "../src/display";
import { animationType, type Difference } from "../src/payloads";
import * as plt from "../src/plt";
import { differencesOf } from "../src/plt/spec/differences";

afterEach(() => plt.close("all"));

/** A line that rises, frame by frame. */
function rising(options?: plt.AnimationOptions): plt.FuncAnimation {
  const [fig, ax] = plt.subplots({ figsize: [2, 1.5] });
  const [line] = ax.plot([0, 1, 2], [0, 5, 10]);
  return new plt.FuncAnimation(
    fig,
    (frame) => {
      line.setYdata([0, Number(frame), 2 * Number(frame)]);
      ax.setTitle(`frame ${frame}`);
    },
    options,
  );
}

/** Sets differences in a spec, as a front end does. */
function apply(spec: unknown, differences: readonly Difference[]): unknown {
  const changed = structuredClone(spec) as Record<string | number, unknown>;
  for (const [path, value] of differences) {
    const owner = path
      .slice(0, -1)
      .reduce<unknown>((within, key) => (within as typeof changed)[key], changed);
    (owner as typeof changed)[path[path.length - 1]] = value;
  }
  return changed;
}

describe("FuncAnimation", () => {
  it("shows the first frame, what is different in the others, and a picture", () => {
    const bundle = rising({ frames: [1, 3, 5], interval: 40, repeat: false })[displaySymbol]();
    const { spec, frames, interval, repeat } = bundle[animationType] as {
      spec: unknown;
      frames: Difference[][];
      interval: number;
      repeat: boolean;
    };
    expect([frames.length, interval, repeat]).toEqual([3, 40, false]);
    expect(frames[0]).toEqual([]);
    expect(frames[1].map(([, value]) => value)).toEqual(["frame 3", [0, 3, 6]]);
    expect(JSON.stringify(apply(spec, frames[2]))).toContain('"y":[0,5,10]');
    expect(JSON.stringify(frames).length).toBeLessThan(JSON.stringify(spec).length / 4);
    expect(Object.keys(bundle)).toEqual([animationType, "image/png", "text/plain"]);
    expect(bundle["text/plain"]).toBe("<FuncAnimation of 3 frames, 40 ms each>");
  });

  it("takes the figure's place, and counts frames from 0", () => {
    const seen: number[] = [];
    const [fig] = plt.subplots();
    new plt.FuncAnimation(fig, (frame) => seen.push(frame), { frames: 4 });
    expect(seen).toEqual([0, 1, 2, 3]);
    expect(plt.gcf()).not.toBe(fig);
  });

  it("is saved as an animated PNG, whose frames are of one size", () => {
    const path = join(mkdtempSync(join(tmpdir(), "animation-")), "rising.png");
    rising({ frames: 3, interval: 40 }).save(path);
    const file = readFileSync(path);
    const chunks: { type: string; data: Buffer }[] = [];
    for (let at = 8; at < file.length;) {
      const length = file.readUInt32BE(at);
      const body = file.subarray(at + 4, at + 8 + length);
      expect(file.readUInt32BE(at + 8 + length)).toBe(crc32(body));
      chunks.push({ type: body.subarray(0, 4).toString("latin1"), data: body.subarray(4) });
      at += length + 12;
    }
    const of = (type: string) => chunks.filter((chunk) => chunk.type === type).map(({ data }) => data);
    expect(of("acTL")[0].readUInt32BE(0)).toBe(3);
    const [header] = of("IHDR");
    const controls = of("fcTL");
    expect(controls).toHaveLength(3);
    for (const control of controls) {
      expect(control.subarray(4, 12)).toEqual(header.subarray(0, 8));
      expect(control.readUInt16BE(20) / control.readUInt16BE(22)).toBe(0.04);
    }
    const numbered = chunks
      .filter(({ type }) => type === "fcTL" || type === "fdAT")
      .map(({ data }) => data.readUInt32BE(0));
    expect(numbered).toEqual(numbered.map((_, i) => i));
    const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
    const second = inflateSync(
      Buffer.concat(
        of("fdAT")
          .slice(0, of("fdAT").length / 2)
          .map((data) => data.subarray(4)),
      ),
    );
    expect(second.length).toBe(height * (1 + 4 * width));
  });

  it.each([
    [() => new plt.FuncAnimation(3 as never, () => 0), "FuncAnimation: expected a figure, got 3"],
    [() => new plt.FuncAnimation(plt.figure(), 3 as never), "FuncAnimation: expected a function"],
    [() => rising({ frames: 0 }), "FuncAnimation: expected 1 to 1000 frames, got 0"],
    [() => rising({ frames: 2000 }), "FuncAnimation: expected 1 to 1000 frames, got 2000"],
    [() => rising({ intervall: 3 } as never), "FuncAnimation: unknown option"],
    [() => rising({ frames: 1 }).save("rising.gif"), "save: expected the name of an animated PNG file"],
  ])("refuses nonsense: %s", (act, message) => {
    expect(act).toThrow(message);
  });
});

describe("what is different in a spec", () => {
  it.each([
    [{ a: 1, b: [1, 2] }, { a: 1, b: [1, 2] }, []],
    [{ a: 1, b: { c: [{ d: 1 }] } }, { a: 1, b: { c: [{ d: 2 }] } }, [[["b", "c", 0, "d"], 2]]],
    [{ a: [1, 2, 3] }, { a: [1, 5, 3] }, [[["a"], [1, 5, 3]]]],
    [{ a: [1] }, { a: [1, 2] }, [[["a"], [1, 2]]]],
    [{ a: 1 }, { b: 1 }, [[[], { b: 1 }]]],
    [{ a: null }, { a: {} }, [[["a"], {}]]],
  ])("of %j and %j is %j", (before, after, differences) => {
    expect(differencesOf(before, after)).toEqual(differences);
  });
});
