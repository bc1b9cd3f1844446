import { checkNumber } from "../array/checks";
import { isPlainObject, readOptions, type ByName, type Spelled } from "../array/options";
import { fromMsgpack, toMsgpack } from "../files/msgpack";
import { fileSystem } from "../files/fileSystem";
import { readFile } from "../files/reading";
import { checkPath, makeFolder, writeFile } from "../files/writing";
import { restored, stateOf } from "./stateDict";
import type { Nested } from "./flattening";

/** Options of {@link saveCheckpoint}. */
export interface CheckpointOptions {
  /** What the names of the files begin with. Default: "checkpoint_". */
  prefix?: string;
  /** How many checkpoints of the latest steps are kept. Default: 1. */
  keep?: number;
  /** Whether a checkpoint of this step or later ones may be replaced. Default: false. */
  overwrite?: boolean;
}

/** Options of {@link restoreCheckpoint}. */
export interface RestoreOptions {
  /** The step to go back to. Default: the latest. */
  step?: number | null;
  /** What the names of the files begin with. Default: "checkpoint_". */
  prefix?: string;
}

/** The arguments of the functions of checkpoints, by name. */
interface CheckpointArguments<T = unknown> {
  /** The folder. */
  ckptDir: string;
  /** What to save, or a tree that says how what is restored is built. */
  target: T;
  /** The number of the step. */
  step: number;
}

/** Reads arguments in their places with options behind them, or all of them by name in one object. */
function readArguments<A extends object, O extends object>(
  name: string,
  args: A,
  options: unknown,
  usual: O,
): A & O {
  const [first] = Object.values(args) as unknown[];
  if (!isPlainObject(first)) return { ...args, ...readOptions<O>(name, options, usual) };
  const none = Object.fromEntries(Object.keys(args).map((key) => [key, undefined]));
  return readOptions(name, first, { ...none, ...usual }) as A & O;
}

/** The steps of the checkpoints in a folder, in order. */
function stepsIn(functionName: string, folder: string, prefix: string): number[] {
  const { files } = fileSystem(functionName);
  if (!files.existsSync(folder)) return [];
  return files
    .readdirSync(folder)
    .filter((name) => name.startsWith(prefix) && /^-?\d+(\.\d+)?$/.test(name.slice(prefix.length)))
    .map((name) => Number(name.slice(prefix.length)))
    .sort((a, b) => a - b);
}

/**
 * Writes a checkpoint: a file of a folder from which training goes on to the same numbers. It is written whole or not at
 * all, and Flax reads it.
 *
 * @param ckptDir - The folder, which is made if it is missing; or all arguments by name.
 * @param target - What to save: a training state, or any tree, with the key for what is drawn next.
 * @param step - The number of the step, with which the name of the file ends.
 * @param options - The names of the files, how many are kept, and whether later ones may be replaced.
 * @returns The name of the file.
 * @throws RangeError if there is a checkpoint of this step or a later one; Error if the file cannot be written.
 * @see https://flax-linen.readthedocs.io/en/latest/api_reference/flax.training.html
 * @example
 * const { checkpoints } = flax.training;
 * checkpoints.saveCheckpoint("run", { w: jnp.ones(2), key: jax.random.key(1) }, 100, { overwrite: true });
 * checkpoints.restoreCheckpoint("run", { w: jnp.zeros(2), key: jax.random.key(0) }).key.tolist(); // [0, 1]
 */
export function saveCheckpoint(
  ckptDir: string | ByName<CheckpointArguments & CheckpointOptions>,
  target?: unknown,
  step?: number,
  options?: CheckpointOptions,
): string {
  const name = "saveCheckpoint";
  const usual = { prefix: "checkpoint_", keep: 1, overwrite: false };
  const given = readArguments(name, { ckptDir, target, step }, options, usual);
  const { prefix, keep, overwrite } = given;
  const folder = checkPath(name, given.ckptDir);
  const own = checkNumber(name, "step", given.step);
  const before = stepsIn(name, folder, prefix);
  const latest = before.at(-1) ?? -Infinity;
  if (!overwrite && latest >= own) {
    throw new RangeError(
      `${name}: expected a step after ${latest}, of which there is a checkpoint, got ${own}`,
    );
  }
  const bytes = toMsgpack(stateOf(name, given.target));
  const { files, path } = fileSystem(name);
  makeFolder(name, folder);
  const file = path.join(folder, `${prefix}${own}`);
  writeFile(name, file, bytes);
  const others = before.filter((one) => one !== own);
  const outdated = overwrite ? others.filter((one) => one > own) : [];
  const kept = others.filter((one) => one < own);
  for (const one of [...outdated, ...kept.slice(0, Math.max(0, kept.length + 1 - keep))]) {
    files.rmSync(path.join(folder, `${prefix}${one}`), { force: true });
  }
  return file;
}

/**
 * Finds the checkpoint of the latest step.
 *
 * @param ckptDir - The folder.
 * @param options - What the names of the files begin with (`prefix`, default: "checkpoint_").
 * @returns The name of the file; null where there is none.
 * @see https://flax-linen.readthedocs.io/en/latest/api_reference/flax.training.html
 * @example
 * flax.training.checkpoints.latestCheckpoint("nowhere"); // null
 */
export function latestCheckpoint(ckptDir: string, options?: { prefix?: string }): string | null {
  const folder = checkPath("latestCheckpoint", ckptDir);
  const { prefix } = readOptions("latestCheckpoint", options, { prefix: "checkpoint_" });
  const step = stepsIn("latestCheckpoint", folder, prefix).at(-1);
  return step === undefined ? null : fileSystem("latestCheckpoint").path.join(folder, `${prefix}${step}`);
}

/**
 * Reads a checkpoint into a tree like another.
 *
 * @param ckptDir - The folder, or the file itself; or all arguments by name.
 * @param target - A tree that says how the result is built, which is also the result where there is no checkpoint; or
 * null for objects within objects as they were saved.
 * @param options - The step to go back to, and the names of the files.
 * @throws Error if there is no checkpoint of the step; FileFormatError if the file is broken or of another kind;
 * TypeError or RangeError where it does not fit the target.
 * @see https://flax-linen.readthedocs.io/en/latest/api_reference/flax.training.html
 * @example
 * flax.training.checkpoints.restoreCheckpoint("nowhere", { w: 1 }); // { w: 1 }
 */
export function restoreCheckpoint<T>(
  ckptDir: string | ByName<Omit<CheckpointArguments<T>, "step"> & RestoreOptions>,
  target?: T,
  options?: Spelled<RestoreOptions>,
): T extends null ? Nested : T {
  type Restored = T extends null ? Nested : T;
  const name = "restoreCheckpoint";
  const usual: RestoreOptions = { step: null, prefix: "checkpoint_" };
  const read = readArguments(name, { ckptDir, target }, options, usual);
  const { step, prefix } = read;
  const given = checkPath(name, read.ckptDir);
  const { files, path } = fileSystem(name);
  const isFile = files.existsSync(given) && files.statSync(given).isFile();
  const latest = isFile ? given : latestCheckpoint(given, { prefix });
  const file = step === null || step === undefined ? latest : path.join(given, `${prefix}${step}`);
  if (file === null) return read.target as Restored;
  const state = fromMsgpack(name, JSON.stringify(file), readFile(name, file));
  return (read.target === null ? state : restored(name, read.target, state)) as Restored;
}
