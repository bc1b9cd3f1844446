#!/usr/bin/env node
import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";

const usage = `tslinen <command>

Commands:
  install [--user | --sys-prefix | --prefix <folder>] [--name <name>] [--check <error|warn|off>]
          [--operators <on|off>]
                       Register the kernel with Jupyter. Default: --user. Run by npx, it is first installed globally.
  uninstall [--user | --sys-prefix | --prefix <folder>] [--name <name>]
                       Remove what install registered.
  doctor               Check what the kernel needs, and say what to do.
  export <notebook> [--output <file>]
                       Write a notebook's cells as plain TypeScript, with methods in place of operators on arrays.
  kernel <connection file> [--check <error|warn|off>] [--operators <on|off>]
                       Run the kernel. Jupyter does this.
  help                 Show this text.
`;

/** Runs the command of an installed kernel, then its doctor, who says what is missing still. */
function run(script: string, args: string[]): number {
  const statusOf = (...words: string[]): number =>
    spawnSync(process.execPath, [script, ...words], { stdio: "inherit" }).status ?? 1;
  return statusOf(...args) || statusOf("doctor");
}

async function main(): Promise<number | undefined> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      user: { type: "boolean" },
      "sys-prefix": { type: "boolean" },
      prefix: { type: "string" },
      name: { type: "string" },
      check: { type: "string" },
      operators: { type: "string" },
      output: { type: "string" },
      help: { type: "boolean", short: "h" },
    },
  });
  const [command = "help", file] = positionals;
  const checking = values.check ?? "error";
  if (checking !== "error" && checking !== "warn" && checking !== "off") {
    throw new Error(`--check: expected error, warn or off, got ${checking}`);
  }
  const operators = values.operators ?? "on";
  if (operators !== "on" && operators !== "off") {
    throw new Error(`--operators: expected on or off, got ${operators}`);
  }
  if (values.help || command === "help") {
    process.stdout.write(usage);
    return 0;
  }
  switch (command) {
    case "kernel": {
      if (file === undefined) throw new Error("kernel: expected the path of a connection file");
      const { startKernel } = await import("./node/start.js");
      startKernel(file, { checking, operators });
      return undefined;
    }
    case "export": {
      if (file === undefined) throw new Error("export: expected the path of a notebook");
      const { exportNotebook } = await import("./node/export.js");
      process.stdout.write(`${exportNotebook(file, values.output)}\n`);
      return 0;
    }
    case "install":
    case "uninstall": {
      const { install, uninstall } = await import("./node/install/kernelspec.js");
      const { makeSnapshot } = await import("./node/snapshot/snapshot.js");
      const { installGlobally, isPassing } = await import("./node/install/globally.js");
      const { kernelRoot } = await import("./node/folders.js");
      if (command === "install" && isPassing(kernelRoot)) {
        return run(installGlobally(), process.argv.slice(2));
      }
      const where = { user: values.user, sysPrefix: values["sys-prefix"], prefix: values.prefix };
      const act = command === "install" ? install : uninstall;
      process.stdout.write(`${act({ ...where, name: values.name, checking, operators })}\n`);
      // So that the first kernel starts as soon as any.
      if (command === "install") await makeSnapshot();
      return 0;
    }
    case "doctor": {
      const { doctor } = await import("./node/install/doctor.js");
      return (await doctor((line) => process.stdout.write(`${line}\n`))) ? 0 : 1;
    }
    default:
      throw new Error(`unknown command "${command}"`);
  }
}

main().then(
  (code) => {
    if (code !== undefined) process.exitCode = code;
  },
  (error: Error) => {
    process.stderr.write(`tslinen: ${error.message}\n\n${usage}`);
    process.exitCode = 2;
  },
);
