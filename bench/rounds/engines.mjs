// Engines that answer one another's turn: each runs in a process of its own, pinned to one core where the system can,
// and measures a case when it is told to, so that all engines see the same minute of the same machine.
import { spawn, spawnSync } from "node:child_process";
import { createInterface } from "node:readline";
import kernelspec from "../../packages/kernel/dist/node/install/kernelspec.js";

const pinnable = spawnSync("taskset", ["-c", "0", "true"], { stdio: "ignore" }).status === 0;

/** What the kernelspec of tslinen sets; every engine of JavaScript runs with it, as cells do. */
const tunables = kernelspec.kernelSpec("tslinen", "error").env ?? {};

/** One thread for all that counts its own. */
const single = {
  XLA_FLAGS: "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1",
  OPENBLAS_NUM_THREADS: "1",
  OMP_NUM_THREADS: "1",
};

/** Says whether a Python has a module. */
export const hasModule = (python, module) =>
  spawnSync(python, ["-c", `import ${module}`], { stdio: "ignore" }).status === 0;

/** Starts an engine: the command `node FILE NAME` or `python FILE NAME`, which answers a line of JSON with another. */
export function start(name, command, file) {
  const environment = file.endsWith(".py") ? single : tunables;
  const [program, args] = pinnable ? ["taskset", ["-c", "0", command, file, name]] : [command, [file, name]];
  const child = spawn(program, args, {
    stdio: ["pipe", "pipe", process.env.BENCH_DEBUG ? "inherit" : "ignore"],
    env: { ...process.env, ...environment, OPENBLAS_CORETYPE: "", OPENBLAS_L2_SIZE: "" },
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    name,
    /** The answer to a request, or undefined once the engine has ended. */
    async ask(request) {
      if (child.exitCode !== null) return undefined;
      child.stdin.write(`${JSON.stringify(request)}\n`);
      for (;;) {
        const { value, done } = await lines.next();
        if (done) return undefined;
        if (value.startsWith("{")) return JSON.parse(value);
      }
    },
    stop: () => child.stdin.end(),
  };
}
