import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { constants, homedir, setPriority } from "node:os";
import { dirname, join } from "node:path";
import process from "node:process";
import { engineFacts, factsGiven } from "../../compiler/engineFacts";
import { kernelRoot } from "../folders";
import { loadAlone } from "./loadAlone";
import { laterOptimization } from "../optimization";

const folder = join(homedir(), ".cache", "tslinen");
/** How many snapshots are kept, each of some version of Node.js and of the kernel. */
const kept = 4;
/** After how many milliseconds a snapshot that is being made is not going to come any more. */
const late = 60_000;

/** As deep as a thread's: long sums are nested deeply. Windows fixes how deep a process's is. */
const stack = process.platform === "win32" ? [] : ["--stack-size=3900"];

/** The options of Node.js under which snapshots are made and run: they have to be the same. */
export const snapshotOptions = (path: string): string[] => [
  ...laterOptimization,
  ...stack,
  "--snapshot-blob",
  path,
];

/** The environment of both: options of Node.js that are meant for the kernel could be in their way. */
export const snapshotEnvironment = (): NodeJS.ProcessEnv => ({ ...process.env, NODE_OPTIONS: "" });

const described = (path: string): string => {
  const { mtimeMs, size } = statSync(path);
  return `${path}:${mtimeMs}:${size}`;
};

/** Where the snapshot of the compiler lies, or will: its name changes with whatever it is made of. */
export function snapshotPath(): string {
  const parts = ["dist", "dist/compiler", "dist/node", "dist/node/snapshot", "types"].flatMap((name) => {
    const at = join(kernelRoot, name);
    return readdirSync(at, { withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.js$|\.d\.ts$/.test(entry.name))
      .map((entry) => described(join(at, entry.name)));
  });
  const versions = [process.version, process.arch, described(require.resolve("typescript"))];
  const hash = createHash("sha256")
    .update([...versions, ...parts].join("\n"))
    .digest("hex");
  return join(folder, `compiler-${hash.slice(0, 16)}.snapshot`);
}

/** The snapshot of the compiler, if it has been made. */
export function findSnapshot(): string | undefined {
  try {
    const path = snapshotPath();
    if (!existsSync(path)) return undefined;
    utimesSync(path, new Date(), new Date());
    return path;
  } catch {
    return undefined;
  }
}

/** Takes a snapshot away that does not run. */
export const dropSnapshot = (path: string): void => rmSync(path, { force: true });

/**
 * Makes the snapshot of the compiler, unless it is there or being made; in a process that gives way to others. Without it
 * kernels start all the same, only later.
 *
 * @returns Whether it is there now.
 */
export async function makeSnapshot(): Promise<boolean> {
  try {
    const path = snapshotPath();
    if (existsSync(path)) return true;
    mkdirSync(folder, { recursive: true });
    const made = `${path}.made`;
    if (existsSync(made) && Date.now() - statSync(made).mtimeMs < late) return false;
    rmSync(made, { force: true });
    closeSync(openSync(made, "wx"));
    const ended = await build(made);
    if (ended) renameSync(made, path);
    for (const left of [made, `${made}.js`]) rmSync(left, { force: true });
    removeOld();
    return ended;
  } catch {
    return false;
  }
}

function build(path: string): Promise<boolean> {
  const script = `${path}.js`;
  const facts = `globalThis[Symbol.for("${factsGiven}")] = ${JSON.stringify(engineFacts())};`;
  const entry = JSON.stringify(join(__dirname, "compilerProcess.js"));
  writeFileSync(script, `${facts}\n(${String(loadAlone)})(${entry});`);
  const args = [...snapshotOptions(path), "--build-snapshot", script];
  const child = spawn(process.execPath, args, {
    cwd: dirname(path),
    env: snapshotEnvironment(),
    stdio: "ignore",
    windowsHide: true,
  });
  return new Promise((resolve) => {
    child.on("spawn", () => {
      if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
    });
    child.on("error", () => resolve(false));
    child.on("exit", (status) => resolve(status === 0));
  });
}

/** Removes the snapshots that have not been used for longest. */
function removeOld(): void {
  const all = readdirSync(folder)
    .filter((name) => /^compiler-\w+\.snapshot$/.test(name))
    .map((name) => join(folder, name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const path of all.slice(kept)) rmSync(path, { force: true });
}
