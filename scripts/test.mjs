// Runs every check, two suites at a time, and closes with the sum over all of them: `npm test`.
// Arguments choose suites by name: `npm test -- unit browser`.
import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { fail, findChromium, inVenv, otherKernels, root, windows } from "./environment.mjs";
import { setUpTests } from "./setup.mjs";

const node = process.execPath;
const python = inVenv("python");
const testFiles = (folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith(".test.mjs"))
    .map((name) => join(folder, name));
const suites = {
  lint: [node, "scripts/lint.mjs"],
  unit: [node, "node_modules/vitest/vitest.mjs", "run"],
  package: [node, "scripts/package.mjs"],
  kernel: [python, "-m", "pytest", "-q", "packages/kernel/test", "packages/jlab-ext/test"],
  pages: [python, "scripts/pages.py"],
  docs: [node, "scripts/docs.mjs", "--check"],
  lessons: [python, "scripts/notebooks.py"],
  remote: [python, "-m", "pytest", "-q", "remote"],
  "lessons under tslab": [python, "scripts/notebooks.py", "--kernel", "tslab"],
  "lessons under Deno": [node, "scripts/deno.mjs"],
  browser: [node, "--test", "--test-concurrency=1", "--test-timeout=300000", ...testFiles("ui-tests/tests")],
};

/** Reads how many checks passed and failed from the closing lines that our runners print. */
function countsOf(output) {
  const lines = stripVTControlCharacters(output).split("\n");
  const closing = lines.filter((line) => /\d+ (passed|failed|error)/.test(line)).at(-1) ?? "";
  const count = (word) => Number(closing.match(new RegExp(`(\\d+) ${word}`))?.[1] ?? 0);
  // node --test closes with a line for each count: "# pass 12" or "ℹ pass 12".
  const tap = (word) =>
    Number(lines.findLast((line) => new RegExp(`^\\S ${word} \\d+$`).test(line))?.split(" ")[2] ?? 0);
  return {
    passed: count("passed") + tap("pass"),
    failed: count("failed") + count("error") + tap("fail") + tap("cancelled"),
  };
}

/** Runs one suite; what it prints is shown as it comes, or at its end where others run beside it: one core is for those. */
function runSuite([command, ...args], isAlone) {
  return new Promise((resolve) => {
    const env = isAlone ? process.env : { ...process.env, VITEST_MAX_WORKERS: "1" };
    const child = spawn(command, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"], env });
    let output = "";
    let counted = "";
    for (const stream of ["stdout", "stderr"]) {
      child[stream].on("data", (chunk) => {
        if (isAlone) process[stream].write(chunk);
        output += chunk;
        if (stream === "stdout") counted += chunk;
      });
    }
    child.on("error", (error) => resolve({ passed: 0, failed: 1, note: error.message, output: "" }));
    child.on("close", (status) => {
      const { passed, failed } = countsOf(counted);
      const silent = failed === 0 && (status !== 0 || passed === 0);
      const note = silent ? `ended with status ${status}` : "";
      resolve({ passed, failed: silent ? 1 : failed, note, output });
    });
  });
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in suites));
if (unknown.length > 0)
  fail(`no suite named ${unknown.join(", ")}; there are ${Object.keys(suites).join(", ")}`);
if (!findChromium()) {
  const how = windows ? "install Chrome" : "apt-get install chromium (or your system's package)";
  fail(`the browser tests need Chromium: ${how}, or name one in the variable CHROMIUM`);
}
setUpTests();

/** The suites, those that take longest first. Two run at a time, each with a core; what remains goes to whoever is free. */
const order = [
  "browser",
  "unit",
  "kernel",
  "lint",
  "package",
  "remote",
  "pages",
  "lessons under tslab",
  "lessons",
  "docs",
  "lessons under Deno",
];
const lanes = 2;

let passed = 0;
let failed = 0;
const table = [];

const chosen = order.filter((name) => wanted.length === 0 || wanted.includes(name));
const isAlone = chosen.length === 1;

/** Runs one suite after the other, for as long as there are any. */
async function runLane() {
  for (let name = chosen.shift(); name !== undefined; name = chosen.shift()) {
    if (name === "lessons under Deno" && !otherKernels().deno) {
      console.log(`\n── ${name}: left out, as Deno is not published for this platform`);
      continue;
    }
    if (isAlone) console.log(`\n── ${name}`);
    const started = performance.now();
    const result = await runSuite(suites[name], isAlone);
    if (!isAlone) console.log(`\n── ${name}\n${result.output}`);
    passed += result.passed;
    failed += result.failed;
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    table.push(
      `${name.padEnd(20)} ${result.passed} passed, ${result.failed} failed, ${seconds} s ${result.note}`,
    );
  }
}

const started = performance.now();
await Promise.all(Array.from({ length: lanes }, runLane));
const minutes = ((performance.now() - started) / 60_000).toFixed(1);
console.log(`\n${table.join("\n")}\nall of them: ${minutes} min\n`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
