// What is published: npm tarballs and wheels, made of what is built.
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { assemble, platforms, thisPlatform } from "../packages/python/build.mjs";
import { inVenv, root, windows } from "./environment.mjs";

/**
 * Runs a packer in a package's folder, with the licence beside it: a package cannot take in files from above. Some have
 * one of their own, for those that bundle them.
 */
function pack(name, command, args, options) {
  const cwd = join(root, "packages", name);
  const licence = join(cwd, "LICENSE");
  const hasOwn = existsSync(licence);
  copyFileSync(join(root, "LICENSE"), licence);
  try {
    return execFileSync(command, args, { cwd, encoding: "utf8", ...options });
  } finally {
    if (!hasOwn) rmSync(licence, { force: true });
  }
}

/** Packs a package into a folder; the tarball's path. */
export function packTarball(name, folder) {
  const listing = JSON.parse(
    pack(name, "npm", ["pack", "--json", "--pack-destination", folder], { shell: windows }),
  );
  const [{ filename }] = Array.isArray(listing) ? listing : Object.values(listing);
  return join(folder, filename);
}

/** Builds the wheel of a package into a folder; its path. */
function wheelOf(name, folder, env = process.env) {
  const own = mkdtempSync(join(folder, "wheel-"));
  const options = ["--quiet", "--disable-pip-version-check", "--no-deps", "--wheel-dir", own];
  try {
    pack(name, inVenv("python"), ["-m", "pip", "wheel", ...options, "."], { env });
    const [wheel] = readdirSync(own);
    renameSync(join(own, wheel), join(folder, wheel));
    return join(folder, wheel);
  } finally {
    rmSync(own, { recursive: true });
  }
}

/** Builds the wheel of the JupyterLab extension into a folder; its path. */
export const buildWheel = (folder) => wheelOf("jlab-ext", folder);

/** Builds the wheel of the kernel for JupyterLite into a folder; its path. */
export const buildLiteWheel = (folder) => wheelOf("lite", folder);

/** Builds the kernel's wheel for a platform, by default this one, into a folder; its path. */
export function buildKernelWheel(folder, tag = thisPlatform()) {
  assemble(tag);
  return wheelOf("python", folder, { ...process.env, TSLINEN_WHEEL_PLATFORM: tag });
}

/** Builds the kernel's wheels for all platforms into a folder; their paths, that of this machine first. */
export function buildKernelWheels(folder) {
  const own = thisPlatform();
  return [own, ...Object.keys(platforms).filter((tag) => tag !== own)].map((tag) =>
    buildKernelWheel(folder, tag),
  );
}
