import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import type { Interrupts } from "../interrupts";

/** How a child is told to end, and after how many milliseconds: when the thread that waits has heard of the interrupt. */
const signals: [signal: NodeJS.Signals, after: number][] = [
  ["SIGINT", 60],
  ["SIGTERM", 300],
  ["SIGKILL", 550],
];

/**
 * Ends the child processes that the thread of cells waits for, as in `execSync`: while it does, nothing else can stop
 * it. Children that run on their own are left alone.
 */
export function endChildrenWaitedFor(interrupts: Interrupts): void {
  const waited = childrenOf(process.pid).filter((pid) => !interrupts.runsOnItsOwn(pid));
  const all = waited.flatMap((pid) => [...descendantsOf(pid), pid]);
  for (const [signal, after] of all.length > 0 ? signals : []) {
    setTimeout(() => all.forEach((pid) => send(pid, signal)), after);
  }
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended.
  }
}

const descendantsOf = (pid: number): number[] =>
  childrenOf(pid).flatMap((child) => [...descendantsOf(child), child]);

/** The processes that a process has started and that still run. Windows does not tell. */
function childrenOf(pid: number): number[] {
  if (process.platform === "win32") return [];
  const text = process.platform === "linux" ? childrenInProc(pid) : childrenFromPs(pid);
  return text.split(/\s+/).filter(Boolean).map(Number);
}

function childrenInProc(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8");
  } catch {
    return "";
  }
}

function childrenFromPs(pid: number): string {
  const { stdout = "" } = spawnSync("ps", ["-A", "-o", "ppid=,pid="], { encoding: "utf8" });
  const rows = stdout.split("\n").map((row) => row.trim().split(/\s+/));
  return rows
    .filter(([parent]) => Number(parent) === pid)
    .map(([, child]) => child)
    .join(" ");
}
