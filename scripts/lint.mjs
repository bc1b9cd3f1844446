// Checks style, types and rooms: `npm run lint`, with --fix to mend what can be mended.
import { spawnSync } from "node:child_process";
import { root } from "./environment.mjs";

const fix = process.argv.includes("--fix");
const checks = [
  ["eslint", "node_modules/eslint/bin/eslint.js", ".", "--max-warnings", "0", ...(fix ? ["--fix"] : [])],
  [
    "prettier",
    "node_modules/prettier/bin/prettier.cjs",
    ".",
    "--log-level",
    "warn",
    fix ? "--write" : "--check",
  ],
  [
    "types of the tests",
    "node_modules/typescript/bin/tsc",
    "--project",
    "tsconfig.tests.json",
    "--pretty",
    "false",
  ],
  ["circles of files", "scripts/circles.mjs"],
  ["types", "node_modules/typescript/bin/tsc", "--build", "--pretty", "false"],
];
let passed = 0;
for (const [name, script, ...args] of checks) {
  const { status } = spawnSync(process.execPath, [script, ...args], { cwd: root, stdio: "inherit" });
  console.log(`${name}: ${status === 0 ? "ok" : "failed"}`);
  if (status === 0) passed += 1;
}
console.log(`${passed} passed, ${checks.length - passed} failed`);
process.exit(passed === checks.length ? 0 : 1);
