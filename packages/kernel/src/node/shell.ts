import { spawn } from "node:child_process";
import process from "node:process";
import type { Command } from "../platform";

/** How a command is told to end, and after how many milliseconds. */
const signals: [signal: NodeJS.Signals, after: number][] = [
  ["SIGINT", 0],
  ["SIGTERM", 400],
  ["SIGKILL", 1000],
];

/** Starts a command in the system's shell; it has no input. What the command starts ends with it. */
export function spawnInShell(
  command: string,
  write: (name: "stdout" | "stderr", text: string) => void,
): Command {
  const isGroup = process.platform !== "win32";
  const child = spawn(command, { shell: true, detached: isGroup, stdio: ["ignore", "pipe", "pipe"] });
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (text: string) => write(name, text));
  }
  const send = (signal: NodeJS.Signals): void => {
    if (child.pid === undefined) return;
    try {
      if (isGroup) process.kill(-child.pid, signal);
      else child.kill(signal);
    } catch {
      // It has ended.
    }
  };
  const orphaned = (): void => send("SIGKILL");
  process.on("exit", orphaned);
  const timers: NodeJS.Timeout[] = [];
  const ended = new Promise<{ status: number | null; signal: string | null }>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status, signal) => {
      process.off("exit", orphaned);
      timers.forEach(clearTimeout);
      resolve({ status, signal });
    });
  });
  return {
    ended,
    end: () => timers.push(...signals.map(([signal, after]) => setTimeout(send, after, signal))),
  };
}
