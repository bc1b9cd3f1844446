import { execFileSync } from "node:child_process";
import { homedir } from "node:os";
import { join } from "node:path";

/** Where to install: for the user, into the active Python environment, or below a folder. */
export interface Where {
  user?: boolean;
  sysPrefix?: boolean;
  prefix?: string;
}

/**
 * The folder of kernelspecs that Jupyter reads for a place.
 *
 * @throws Error if more than one place is named, or no Python is found for `sysPrefix`.
 */
export function kernelsFolder({ user, sysPrefix, prefix }: Where): string {
  if ([user, sysPrefix, prefix !== undefined].filter(Boolean).length > 1) {
    throw new Error("install: expected one of --user, --sys-prefix and --prefix");
  }
  if (prefix !== undefined) return join(prefix, "share", "jupyter", "kernels");
  if (sysPrefix) return join(pythonPrefix(), "share", "jupyter", "kernels");
  return join(userDataFolder(), "kernels");
}

function userDataFolder(): string {
  const { JUPYTER_DATA_DIR, APPDATA, XDG_DATA_HOME } = process.env;
  if (JUPYTER_DATA_DIR) return JUPYTER_DATA_DIR;
  if (process.platform === "darwin") return join(homedir(), "Library", "Jupyter");
  if (process.platform === "win32" && APPDATA) return join(APPDATA, "jupyter");
  return join(XDG_DATA_HOME || join(homedir(), ".local", "share"), "jupyter");
}

function pythonPrefix(): string {
  const { VIRTUAL_ENV, CONDA_PREFIX } = process.env;
  const active = VIRTUAL_ENV ?? CONDA_PREFIX;
  if (active) return active;
  for (const python of ["python3", "python"]) {
    try {
      return execFileSync(python, ["-c", "import sys; print(sys.prefix)"], { encoding: "utf8" }).trim();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    }
  }
  throw new Error("install: --sys-prefix needs Python, but neither python3 nor python was found");
}
