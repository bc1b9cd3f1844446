import type { Arena } from "../arena";
import { copyRun, countUp, increase, integers, ModuleWriter, sequence, set } from "../assembler";

/**
 * Lays patches of an input in the arena side by side: for so many columns of it, `columnStep` bytes apart, so many lines,
 * in each of which so many runs of neighbouring bytes. What is behind the last patch, up to 16 bytes, is overwritten.
 */
export type LayPatches = (
  ...args: [
    ...places: [source: number, target: number],
    ...columns: [count: number, step: number],
    ...lines: [count: number, step: number],
    ...runs: [count: number, step: number, bytes: number],
  ]
) => void;

/** Behind the patches, as much memory must be free. */
export const patchSlack = 16;

const known = new WeakMap<Arena, LayPatches>();

/** The function that lays patches, made once. */
export function layPatches(arena: Arena): LayPatches {
  let lay = known.get(arena);
  if (!lay) {
    const module = new ModuleWriter();
    module.define(
      "lay",
      integers(9),
      (f, source, target, columns, columnStep, lines, lineStep, runs, ...rest) => {
        const [runStep, bytes] = rest;
        const [column, line, run, lineAt, runAt, from, end] = Array.from({ length: 7 }, () => f.local());
        // Whole vectors are copied; the next run overwrites what was too much.
        const copy = sequence(set(from, runAt), copyRun(target, from, end, bytes), increase(runAt, runStep));
        const eachRun = sequence(set(runAt, lineAt), set(run, 0), countUp(run, runs, 1, copy));
        const eachLine = sequence(
          set(lineAt, source),
          set(line, 0),
          countUp(line, lines, 1, sequence(eachRun, increase(lineAt, lineStep))),
        );
        return sequence(
          set(column, 0),
          countUp(column, columns, 1, sequence(eachLine, increase(source, columnStep))),
        );
      },
    );
    ({ lay } = arena.instantiate<{ lay: LayPatches }>(module.encode()));
    known.set(arena, lay);
  }
  return lay;
}
