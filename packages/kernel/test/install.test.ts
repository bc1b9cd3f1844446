import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { kernelsFolder } from "../src/node/install/folders";
import { installGlobally, isPassing } from "../src/node/install/globally";
import { install, kernelSpec, uninstall } from "../src/node/install/kernelspec";

const fresh = (): string => mkdtempSync(join(tmpdir(), "install-"));
const within = <T>(env: Record<string, string | undefined>, run: () => T): T => {
  const before = { ...process.env };
  for (const [name, value] of Object.entries(env)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  try {
    return run();
  } finally {
    process.env = before;
  }
};

/** The version of the C library, 0 of another one than glibc. */
const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } };
const glibc = Number(header.glibcVersionRuntime ?? 0);

describe("the folder of kernelspecs", () => {
  it("is below a prefix, the active environment or the user's data", () => {
    expect(kernelsFolder({ prefix: "/p" })).toBe(join("/p", "share", "jupyter", "kernels"));
    within({ VIRTUAL_ENV: "/venv" }, () =>
      expect(kernelsFolder({ sysPrefix: true })).toBe(join("/venv", "share", "jupyter", "kernels")),
    );
    within({ VIRTUAL_ENV: undefined, CONDA_PREFIX: "/conda" }, () =>
      expect(kernelsFolder({ sysPrefix: true })).toBe(join("/conda", "share", "jupyter", "kernels")),
    );
    within({ JUPYTER_DATA_DIR: "/data" }, () => expect(kernelsFolder({})).toBe(join("/data", "kernels")));
  });

  it("is one, not two", () => {
    expect(() => kernelsFolder({ user: true, prefix: "/p" })).toThrow(
      "expected one of --user, --sys-prefix and --prefix",
    );
  });
});

describe("install and uninstall", () => {
  it("leave a kernelspec with pictures, and leave nothing", () => {
    const prefix = fresh();
    const folder = join(prefix, "share", "jupyter", "kernels", "tslinen");
    expect(install({ prefix })).toContain(folder);
    const spec = JSON.parse(readFileSync(join(folder, "kernel.json"), "utf8")) as Record<string, unknown>;
    expect(spec).toMatchObject({
      display_name: "TypeScript (tslinen)",
      language: "typescript",
      interrupt_mode: "message",
    });
    for (const logo of ["logo-svg.svg", "logo-32x32.png", "logo-64x64.png"])
      expect(existsSync(join(folder, logo))).toBe(true);
    expect(uninstall({ prefix })).toContain("Removed");
    expect(existsSync(folder)).toBe(false);
    expect(uninstall({ prefix })).toContain("There is no kernelspec");
  });

  it.runIf(glibc >= 2.35)("ask for huge pages for the arrays of the cells' thread", () => {
    const cells = `
      globalThis.arrays = Array.from({ length: 20 }, () => new Float32Array(1e6).fill(1));
      require("node:worker_threads").parentPort.postMessage(0);
      setInterval(() => {}, 1000);`;
    const main = `
      const worker = new (require("node:worker_threads").Worker)(${JSON.stringify(cells)}, { eval: true });
      worker.on("message", () => {
        console.log(require("node:fs").readFileSync("/proc/self/smaps", "utf8"));
        process.exit();
      });`;
    const env = { ...process.env, ...kernelSpec("tslinen", "error").env };
    const { stdout } = spawnSync(process.execPath, ["-e", main], { encoding: "utf8", env });
    const huge = stdout.split(/(?<=^VmFlags.*\n)/m).filter((region) => /^VmFlags:.* hg/m.test(region));
    const kilobytes = huge.map((region) => Number(/^Rss: +(\d+)/m.exec(region)?.[1]));
    expect(kilobytes.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(40_000);
  });

  it.runIf(glibc >= 2.35)("keep the memory of large arrays for the next ones", () => {
    const rounds = `
      const faultsOf = (count) => {
        const before = process.resourceUsage().minorPageFault;
        for (let i = 0; i < count; i++) {
          new Float32Array(Buffer.allocUnsafeSlow(4e7).buffer).fill(1);
          gc();
        }
        return process.resourceUsage().minorPageFault - before;
      };
      faultsOf(10);
      console.log(faultsOf(50));`;
    const faultsWith = (env: Record<string, string> | undefined): number => {
      const options = { encoding: "utf8", env: { ...process.env, GLIBC_TUNABLES: "", ...env } } as const;
      return Number(spawnSync(process.execPath, ["--expose-gc", "-e", rounds], options).stdout);
    };
    // Anew each time, an array of 40 MB has a fault for every page of it.
    expect(faultsWith(undefined)).toBeGreaterThan(50 * 20);
    expect(faultsWith(kernelSpec("tslinen", "error").env)).toBeLessThan(50 * 20);
  });

  it("take a name, and refuse one that Jupyter would", () => {
    const prefix = fresh();
    expect(install({ prefix, name: "ts-lax", checking: "warn" })).toContain("ts-lax");
    expect(kernelSpec("ts-lax", "warn").argv.slice(-2)).toEqual(["--check", "warn"]);
    expect(kernelSpec("ts-lax", "warn").display_name).toBe("TypeScript (tslinen: ts-lax)");
    expect(() => install({ prefix, name: "a/b" })).toThrow('got "a/b"');
  });

  it("do not remove what is not ours", () => {
    const prefix = fresh();
    const folder = join(prefix, "share", "jupyter", "kernels", "python3");
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "kernel.json"), JSON.stringify({ argv: ["python"] }));
    expect(() => uninstall({ prefix, name: "python3" })).toThrow("was not installed by tslinen");
  });
});

describe("run by npx", () => {
  it("knows its cache from a place that lasts", () => {
    expect(isPassing(join("/home", "ada", ".npm", "_npx", "1f", "node_modules", "@tslinen", "kernel"))).toBe(
      true,
    );
    expect(isPassing(join("/usr", "lib", "node_modules", "@tslinen", "kernel"))).toBe(false);
  });

  it("installs its own version globally, and finds it there", () => {
    const commands: string[][] = [];
    const script = installGlobally((command, args) => {
      commands.push([command, ...args]);
      return args[0] === "root" ? "/global\n" : "";
    });
    const { version } = JSON.parse(readFileSync(join(__dirname, "..", "package.json"), "utf8")) as {
      version: string;
    };
    expect(commands[0]).toEqual(["npm", "install", "--global", `@tslinen/kernel@${version}`]);
    expect(script).toBe(join("/global", "@tslinen", "kernel", "dist", "cli.js"));
  });
});

describe("the command", () => {
  const cli = join(__dirname, "..", "dist", "cli.js");
  const run = (...args: string[]) => spawnSync(process.execPath, [cli, ...args], { encoding: "utf8" });

  it("explains itself", () => {
    expect(run("help").stdout).toContain("tslinen <command>");
    expect(run().status).toBe(0);
  });

  it("says what it does not know", () => {
    expect(run("instal")).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('unknown command "instal"') as string,
    });
    expect(run("kernel").stderr).toContain("expected the path of a connection file");
    expect(run("kernel", "x.json", "--check", "maybe").stderr).toContain("got maybe");
    expect(run("install", "--unknown").status).toBe(2);
  });

  it("examines the installation, and says what to do", () => {
    const prefix = fresh();
    const bin = join(prefix, "bin");
    mkdirSync(bin);
    const tslinen = kernelSpec("tslinen", "error");
    const argvs = { there: ["/gone/node"], here: ["gone-node"], well: ["python", "-m", "tslinen_kernel"] };
    const kernelspecs = Object.fromEntries(
      Object.entries(argvs).map(([name, argv]) => [
        name,
        { resource_dir: `/${name}`, spec: { ...tslinen, argv } },
      ]),
    );
    writeFileSync(
      join(bin, "jupyter"),
      `#!/bin/sh\ncase "$1" in kernelspec) echo '${JSON.stringify({ kernelspecs })}' ;; esac\n`,
      { mode: 0o755 },
    );
    const env = { ...process.env, PATH: `${bin}:/usr/bin:/bin` };
    const { status, stdout } = spawnSync(process.execPath, [cli, "doctor"], { encoding: "utf8", env });
    expect(stdout).toContain(`✓ Node.js ${process.versions.node}`);
    expect(stdout).toMatch(/✓ ZeroMQ \d/);
    expect(stdout).toContain('✗ kernelspec "there" in /there names /gone/node, which is gone');
    expect(stdout).toContain('✗ kernelspec "here" in /here names gone-node, which is gone');
    expect(stdout).toContain('✓ kernelspec "well" in /well');
    expect(stdout).toContain("– no JupyterLab extension");
    expect(stdout).toContain("2 of 8 checks failed");
    expect(status).toBe(1);
  });
});

it("the built command starts without a warning", () => {
  expect(
    execFileSync(process.execPath, [join(__dirname, "..", "dist", "cli.js"), "help"], { encoding: "utf8" }),
  ).toContain("doctor");
});
