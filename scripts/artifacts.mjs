// What is published: three npm tarballs and a wheel, made of what is built.
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { inVenv, root, windows } from "./environment.mjs";

/** Runs a packer in a package's folder, with the licence beside it: a package cannot take in files from above. */
function pack(name, command, args, options) {
  const cwd = join(root, "packages", name);
  const licence = join(cwd, "LICENSE");
  copyFileSync(join(root, "LICENSE"), licence);
  try {
    return execFileSync(command, args, { cwd, encoding: "utf8", ...options });
  } finally {
    rmSync(licence, { force: true });
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

/** Builds the wheel of the JupyterLab extension into a folder; its path. */
export function buildWheel(folder) {
  const own = mkdtempSync(join(folder, "wheel-"));
  const options = ["--quiet", "--disable-pip-version-check", "--no-deps", "--wheel-dir", own];
  try {
    pack("jlab-ext", inVenv("python"), ["-m", "pip", "wheel", ...options, "."]);
    const [name] = readdirSync(own);
    renameSync(join(own, name), join(folder, name));
    return join(folder, name);
  } finally {
    rmSync(own, { recursive: true });
  }
}
