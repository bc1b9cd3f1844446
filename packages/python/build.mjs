// Puts together what the wheel holds for one platform: kernel and packages in tslinen_kernel/node_modules, the kernelspec
// in kernelspec/. What the kernel depends on is read from the packages' own manifests and taken as the lockfile has it.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { copyContents } from "./contents.mjs";
import { Packages } from "./packages.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "..", "..");

/**
 * The platforms that wheels are made for, by the tag that pip knows them by, with Node.js's and npm's names. Node.js
 * from PyPI sets the oldest systems: glibc 2.28, musl 1.2, macOS 13.
 */
export const platforms = {
  manylinux_2_28_x86_64: { os: "linux", cpu: "x64", libc: "glibc" },
  manylinux_2_28_aarch64: { os: "linux", cpu: "arm64", libc: "glibc" },
  musllinux_1_2_x86_64: { os: "linux", cpu: "x64", libc: "musl" },
  musllinux_1_2_aarch64: { os: "linux", cpu: "arm64", libc: "musl" },
  macosx_13_0_x86_64: { os: "darwin", cpu: "x64" },
  macosx_13_0_arm64: { os: "darwin", cpu: "arm64" },
  win_amd64: { os: "win32", cpu: "x64" },
  win_arm64: { os: "win32", cpu: "arm64" },
};

/** The tag of the machine that this runs on. */
export function thisPlatform() {
  const { glibcVersionRuntime } = process.report.getReport().header;
  const libc = process.platform === "linux" ? (glibcVersionRuntime ? "glibc" : "musl") : undefined;
  return Object.keys(platforms).find((tag) => {
    const one = platforms[tag];
    return one.os === process.platform && one.cpu === process.arch && one.libc === libc;
  });
}

/** Writes what the wheel holds for a platform, in place of what was there. */
export function assemble(tag) {
  const target = platforms[tag];
  const modules = join(here, "tslinen_kernel", "node_modules");
  rmSync(modules, { recursive: true, force: true });
  const fetched = mkdtempSync(join(tmpdir(), "tslinen-fetched-"));
  try {
    const packages = new Packages(root, target, fetched);
    for (const found of packages.closureOf("@tslinen/kernel")) copyContents(found, modules, target);
  } finally {
    rmSync(fetched, { recursive: true, force: true });
  }
  writeKernelspec(target);
}

/** The kernelspec as the kernel itself writes it, but started by Python, which finds Node.js. */
function writeKernelspec({ libc }) {
  const prefix = mkdtempSync(join(tmpdir(), "tslinen-kernelspec-"));
  const folder = join(here, "kernelspec");
  const tunables = join(here, "tslinen_kernel", "glibc_tunables");
  rmSync(folder, { recursive: true, force: true });
  rmSync(tunables, { force: true });
  try {
    const cli = join(root, "packages", "kernel", "dist", "cli.js");
    execFileSync(process.execPath, [cli, "install", "--prefix", prefix]);
    cpSync(join(prefix, "share", "jupyter", "kernels", "tslinen"), folder, { recursive: true });
  } finally {
    rmSync(prefix, { recursive: true });
  }
  const path = join(folder, "kernel.json");
  const { env, ...spec } = JSON.parse(readFileSync(path, "utf8"));
  const argv = ["python", "-m", "tslinen_kernel", "{connection_file}"];
  writeFileSync(path, `${JSON.stringify({ ...spec, argv }, null, 2)}\n`);
  if (libc !== "glibc") return;
  if (!env?.GLIBC_TUNABLES) throw new Error("wheels for glibc are built where glibc is 2.35 or newer");
  mkdirSync(dirname(tunables), { recursive: true });
  writeFileSync(tunables, env.GLIBC_TUNABLES);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [tag = thisPlatform()] = process.argv.slice(2);
  if (!(tag in platforms))
    throw new Error(`expected one of ${Object.keys(platforms).join(", ")}, got ${tag}`);
  assemble(tag);
  if (!existsSync(join(here, "tslinen_kernel/node_modules/@tslinen/kernel/dist/cli.js")))
    throw new Error("the kernel is not built");
}
