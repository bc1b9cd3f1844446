// Executes every lesson headless: `npm run notebooks`, with --write to refresh the committed outputs.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { inVenv, leaveHistoryAlone, root } from "./environment.mjs";
import { setUp } from "./setup.mjs";

leaveHistoryAlone();
setUp();
const script = join(root, "scripts/notebooks.py");
const { status } = spawnSync(inVenv("python"), [script, ...process.argv.slice(2)], { stdio: "inherit" });
process.exit(status ?? 1);
