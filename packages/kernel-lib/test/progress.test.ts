import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { hostSymbol, progress, type HostOptions, type MimeBundle } from "../src/display";
import * as np from "../src/np";

const globals = globalThis as { [hostSymbol]?: unknown };
let shown: { line: string; id: string | undefined; update: boolean }[] = [];
let now = 0;

beforeEach(() => {
  shown = [];
  now = 0;
  vi.spyOn(performance, "now").mockImplementation(() => now);
});
afterEach(() => {
  vi.restoreAllMocks();
  delete globals[hostSymbol];
});

/** A notebook that takes down what is shown. */
function inNotebook(): void {
  globals[hostSymbol] = {
    display: (bundle: MimeBundle, { displayId, update }: HostOptions) =>
      shown.push({ line: String(bundle["text/plain"]), id: displayId, update }),
  };
}

describe("in a notebook", () => {
  beforeEach(inNotebook);

  test("one line is updated, ten times a second, with rate, time left and loss", () => {
    const steps = progress(["a", "b", "c", "d"], { desc: "training" });
    const seen: string[] = [];
    for (const step of steps) {
      seen.push(step);
      steps.setPostfix({ loss: np.array(0.123456), step: seen.length, lr: 1e-5, name: "x" });
      now += 60;
    }
    expect(seen).toEqual(["a", "b", "c", "d"]);
    expect(shown.map(({ line }) => line)).toEqual([
      "training:   0%|          | 0/4 [00:00<?, 0.0it/s]",
      "training:  50%|█████     | 2/4 [00:00<00:00, 16.7it/s, loss=0.123, step=2, lr=1.00e-5, name=x]",
      "training: 100%|██████████| 4/4 [00:00<00:00, 16.7it/s, loss=0.123, step=4, lr=1.00e-5, name=x]",
      "training: 100%|██████████| 4/4 [00:00<00:00, 16.7it/s, loss=0.123, step=4, lr=1.00e-5, name=x]",
    ]);
    expect(new Set(shown.map(({ id }) => id)).size).toBe(1);
    expect(shown.map(({ update }) => update)).toEqual([false, true, true, true]);
  });

  test("stopping early and errors leave the line as far as it came", () => {
    for (const step of progress(10, { unit: "step" })) {
      now += 90_000;
      if (step === 2) break;
    }
    expect(shown.at(-1)?.line).toBe(" 20%|██        | 2/10 [04:30<18:00, 135.0s/step]");
    const failing = () => {
      for (const step of progress(new Set([1, 2, 3, 4, 5, 6, 7, 8]))) if (step === 2) throw new Error("stop");
    };
    expect(failing).toThrow("stop");
    expect(shown.at(-1)?.line).toMatch(/^ 12%\|█▎ {8}\| 1\/8 /);
  });

  test("what comes asynchronously, and what has no length", async () => {
    async function* numbers() {
      for (let i = 0; i < 3; i++) yield Promise.resolve(i);
    }
    const seen: number[] = [];
    for await (const x of progress(numbers())) {
      seen.push(x);
      now += 4_000_000;
    }
    expect(seen).toEqual([0, 1, 2]);
    expect(shown.at(-1)?.line).toBe("3it [3:20:00, 4000.0s/it]");
    expect(() => [...progress(numbers())]).toThrow(
      "progress: expected `for await` for what comes asynchronously",
    );
  });
});

describe("without a notebook", () => {
  test("lines now and then where none can be updated", () => {
    vi.spyOn(console, "log").mockImplementation((line) => shown.push({ line, id: undefined, update: false }));
    for (const step of progress(3)) now += 3000 + 0 * step;
    expect(shown.map(({ line }) => line)).toEqual([
      " 66%|██████▋   | 2/3 [00:06<00:03, 3.0s/it]",
      "100%|██████████| 3/3 [00:09<00:00, 3.0s/it]",
    ]);
  });

  test("a terminal's line is written over", () => {
    const stdout = process.stdout as { isTTY?: boolean };
    const before = stdout.isTTY;
    stdout.isTTY = true;
    const written: string[] = [];
    vi.spyOn(process.stdout, "write").mockImplementation((text) => written.push(String(text)) > 0);
    for (const step of progress(1)) now += 500 + step;
    stdout.isTTY = before;
    expect(written).toEqual([
      "\r  0%|          | 0/1 [00:00<?, 0.0it/s]",
      "\r100%|██████████| 1/1 [00:00<00:00, 2.0it/s]",
      "\r100%|██████████| 1/1 [00:00<00:00, 2.0it/s]\n",
    ]);
  });
});

test("refuses what cannot be gone through", () => {
  expect(() => progress({} as never)).toThrow(/^progress: expected something to go through/);
  expect(() => progress(-1)).toThrow(/^progress: expected a whole number of rounds of at least 0, got -1/);
});
