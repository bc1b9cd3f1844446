import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import type { KernelSpec } from "./kernelspec";

/** A finding: what was looked at, and what to do if it is not well. */
interface Finding {
  what: string;
  well: boolean;
  advice?: string;
  /** Whether the kernel can do without it. */
  optional?: boolean;
}

/**
 * Checks what the kernel needs.
 *
 * @param print - Takes the lines of the report.
 * @returns Whether all that is needed is there.
 */
export async function doctor(print: (line: string) => void): Promise<boolean> {
  const findings = [node(), await zeromq(), compiler(), ...jupyter()];
  for (const { what, well, advice, optional } of findings) {
    print(`${well ? "✓" : optional ? "–" : "✗"} ${what}`);
    if (!well && advice) print(`    ${advice}`);
  }
  const ill = findings.filter(({ well, optional }) => !well && !optional).length;
  print(ill === 0 ? "All is well." : `${ill} of ${findings.length} checks failed.`);
  return ill === 0;
}

function node(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const well = major > 20 || (major === 20 && minor >= 19);
  return { what: `Node.js ${process.versions.node}`, well, advice: "Install Node.js 20.19 or newer." };
}

async function zeromq(): Promise<Finding> {
  try {
    const { version } = await import("zeromq");
    return { what: `ZeroMQ ${version}`, well: true };
  } catch (error) {
    return {
      what: `ZeroMQ cannot be loaded: ${(error as Error).message.split("\n")[0]}`,
      well: false,
      advice: "Run: npm rebuild zeromq",
    };
  }
}

function compiler(): Finding {
  try {
    return { what: `TypeScript in ${require.resolve("typescript")}`, well: true };
  } catch {
    return { what: "TypeScript is missing", well: false, advice: "Run: npm install @tslinen/kernel" };
  }
}

interface Specs {
  kernelspecs: Record<string, { resource_dir: string; spec: KernelSpec }>;
}

function jupyter(): Finding[] {
  const listed = run("jupyter", ["kernelspec", "list", "--json"]);
  if (listed === undefined) {
    return [{ what: "Jupyter is not found", well: false, advice: "Run: pip install jupyterlab" }];
  }
  const { kernelspecs } = JSON.parse(listed) as Specs;
  const ours = Object.entries(kernelspecs).filter(([, { spec }]) => spec.display_name.includes("tslinen"));
  const findings: Finding[] = [{ what: "Jupyter", well: true }];
  if (ours.length === 0) {
    findings.push({ what: "no kernelspec of tslinen", well: false, advice: "Run: tslinen install" });
  }
  for (const [name, { resource_dir: folder, spec }] of ours) {
    const missing = spec.argv.filter((argument, index) =>
      /^([/\\]|[A-Z]:)/.test(argument) ? !existsSync(argument) : index === 0 && !isProgram(argument),
    );
    findings.push({
      what: `kernelspec "${name}" in ${folder}${missing.length > 0 ? ` names ${missing.join(" and ")}, which is gone` : ""}`,
      well: missing.length === 0,
      advice: "Run tslinen install again, with the options it was installed with.",
    });
  }
  const extensions = run("jupyter", ["labextension", "list"], /* withStderr */ true) ?? "";
  const found = /@tslinen\/jupyterlab\s+(\S+).*/.exec(extensions);
  findings.push({
    what: found ? `JupyterLab extension ${found[1]}` : "no JupyterLab extension: figures show as pictures",
    well: found !== null && !/disabled|X/.test(found[0]),
    advice: "Run, where JupyterLab is installed: pip install tslinen-jupyterlab",
    optional: true,
  });
  return findings;
}

/** Whether a program is found on PATH. Jupyter takes the Python that it runs on for any that a kernelspec names so. */
const isProgram = (name: string): boolean =>
  /^python[\d.]*$/.test(name) || spawnSync(name, ["--version"]).error === undefined;

/** What a command prints, with what it writes to stderr if asked for, or undefined if it fails or there is none. */
function run(command: string, args: string[], withStderr = false): string | undefined {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: "utf8" });
  if (status !== 0) return undefined;
  return withStderr ? stdout + stderr : stdout;
}
