import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { kernelRoot } from "../folders";

/** Tells whether a folder is in npx's cache, which npm empties at times: a kernelspec must not point there. */
export const isPassing = (folder: string): boolean => folder.split(sep).includes("_npx");

/** What runs a command and gives its output. */
export type Run = (command: string, args: string[]) => string;

const npm: Run = (command, args) =>
  execFileSync(command, args, {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
    shell: process.platform === "win32",
  });

/**
 * Installs this version of the kernel for good, with npm's global packages.
 *
 * @returns Its command line's script.
 * @throws Error if npm fails.
 */
export function installGlobally(run: Run = npm): string {
  const { name, version } = JSON.parse(readFileSync(join(kernelRoot, "package.json"), "utf8")) as {
    name: string;
    version: string;
  };
  run("npm", ["install", "--global", `${name}@${version}`]);
  return join(run("npm", ["root", "--global"]).trim(), ...name.split("/"), "dist", "cli.js");
}
