// Runs every check, one suite after the other, and closes with the sum over all of them: `npm test`.
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
  kernel: [python, "-m", "pytest", "-q", "packages/kernel/test"],
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

/** Runs one suite. */
function runSuite([command, ...args]) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ["ignore", "pipe", "inherit"], env: process.env });
    let output = "";
    child.stdout.on("data", (chunk) => {
      process.stdout.write(chunk);
      output += chunk;
    });
    child.on("error", (error) => resolve({ passed: 0, failed: 1, note: error.message }));
    child.on("close", (status) => {
      const { passed, failed } = countsOf(output);
      const silent = failed === 0 && (status !== 0 || passed === 0);
      resolve({ passed, failed: silent ? 1 : failed, note: silent ? `ended with status ${status}` : "" });
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

let passed = 0;
let failed = 0;
const table = [];
for (const [name, command] of Object.entries(suites)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  if (name === "lessons under Deno" && !otherKernels().deno) {
    console.log(`\n── ${name}: left out, as Deno is not published for this platform`);
    continue;
  }
  console.log(`\n── ${name}`);
  const started = performance.now();
  const result = await runSuite(command);
  passed += result.passed;
  failed += result.failed;
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  table.push(
    `${name.padEnd(20)} ${result.passed} passed, ${result.failed} failed, ${seconds} s ${result.note}`,
  );
}
console.log(`\n${table.join("\n")}\n`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
