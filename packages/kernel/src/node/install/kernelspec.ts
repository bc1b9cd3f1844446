import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Checking } from "../../compiler/conversion";
import { kernelRoot } from "../folders";
import { kernelsFolder, type Where } from "./folders";

/** What to install. */
export interface InstallOptions extends Where {
  /** The name by which notebooks refer to the kernel. Default: "tslinen". */
  name?: string;
  /** How types are checked. Default: "error". */
  checking?: Checking;
  /** Whether operators on arrays mean their methods. Default: "on". */
  operators?: "on" | "off";
}

/** The content of kernel.json. */
export interface KernelSpec {
  argv: string[];
  display_name: string;
  language: string;
  interrupt_mode: string;
  env?: Record<string, string>;
  metadata: Record<string, unknown>;
}

/**
 * Large arrays come and go with every cell. With huge pages the system hands out their memory some hundred times less
 * often, with one heap for all threads the cells' thread gets them, too, and the memory of arrays up to 128 MB stays for
 * the next ones: up to 256 MB at the heap's end are not given back.
 *
 * @see https://www.gnu.org/software/libc/manual/html_node/Memory-Allocation-Tunables.html
 */
const tunables = {
  hugetlb: 1,
  arena_max: 1,
  mmap_threshold: 128 * 2 ** 20,
  trim_threshold: 256 * 2 ** 20,
};

/** The environment that says so. Other C libraries ignore it; glibc before 2.35 would take the half of it alone, and be slow. */
function memoryEnvironment(): { env: Record<string, string> } | undefined {
  const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } };
  if (!(Number(header.glibcVersionRuntime) >= 2.35)) return undefined;
  const settings = Object.entries(tunables).map(([name, value]) => `glibc.malloc.${name}=${value}`);
  return { env: { GLIBC_TUNABLES: settings.join(":") } };
}

const logos = ["logo-svg.svg", "logo-32x32.png", "logo-64x64.png"];

/** What starts the kernel, with this Node.js. */
export function kernelSpec(name: string, checking: Checking, operators: "on" | "off" = "on"): KernelSpec {
  const suffix = name === "tslinen" ? "" : `: ${name}`;
  return {
    argv: [
      process.execPath,
      join(kernelRoot, "dist", "cli.js"),
      "kernel",
      "{connection_file}",
      ...(checking === "error" ? [] : ["--check", checking]),
      ...(operators === "on" ? [] : ["--operators", operators]),
    ],
    display_name: `TypeScript (tslinen${suffix})`,
    language: "typescript",
    // By message, an interrupt reaches even code that keeps the thread busy after an await; a signal does not.
    interrupt_mode: "message",
    ...memoryEnvironment(),
    metadata: { debugger: true },
  };
}

/**
 * Registers the kernel with Jupyter.
 *
 * @returns What was done, in a sentence.
 * @throws Error if the name is not one that Jupyter takes.
 */
export function install(options: InstallOptions = {}): string {
  const { name = "tslinen", checking = "error", operators, ...where } = options;
  const folder = folderOf(name, where);
  mkdirSync(folder, { recursive: true });
  const spec = kernelSpec(name, checking, operators);
  writeFileSync(join(folder, "kernel.json"), `${JSON.stringify(spec, null, 2)}\n`);
  for (const logo of logos) copyFileSync(join(kernelRoot, "kernelspec", logo), join(folder, logo));
  return `Installed the kernelspec "${name}" in ${folder}`;
}

/**
 * Removes what {@link install} registered.
 *
 * @returns What was done, in a sentence.
 * @throws Error if there is a kernelspec of that name that is not ours.
 */
export function uninstall({ name = "tslinen", ...where }: InstallOptions = {}): string {
  const folder = folderOf(name, where);
  if (!existsSync(folder)) return `There is no kernelspec "${name}" in ${folder}`;
  const spec = JSON.parse(readFileSync(join(folder, "kernel.json"), "utf8")) as KernelSpec;
  if (!spec.argv.some((argument) => argument.endsWith(join("dist", "cli.js")))) {
    throw new Error(`uninstall: the kernelspec "${name}" in ${folder} was not installed by tslinen`);
  }
  rmSync(folder, { recursive: true });
  return `Removed the kernelspec "${name}" from ${folder}`;
}

function folderOf(name: string, { user, sysPrefix, prefix }: Where): string {
  if (!/^[a-z0-9._-]+$/i.test(name)) {
    throw new Error(`install: expected a name of letters, digits, ".", "_" and "-", got "${name}"`);
  }
  return join(kernelsFolder({ user, sysPrefix, prefix }), name);
}
