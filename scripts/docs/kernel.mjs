// The kernel's page: its command, what is in its README about cells, the functions for cells, the messages it answers.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { root } from "../environment.mjs";
import { block } from "./markdown.mjs";
import { kernelFunctions } from "./reference.mjs";

const folder = join(root, "packages/kernel");

/** A section of the package's README, without its heading. */
function sectionOfReadme(heading) {
  const text = readFileSync(join(folder, "README.md"), "utf8");
  const section = text.split(/^## /m).find((part) => part.startsWith(`${heading}\n`));
  return section.slice(heading.length).trim();
}

/** The requests that the kernel answers. */
function requests() {
  const load = (name) => createRequire(import.meta.url)(join(folder, `dist/protocol/${name}.js`));
  const { codeHandlers } = load("codeHandlers");
  const { sessionHandlers } = load("handlers");
  return Object.keys({ ...codeHandlers({}, {}), ...sessionHandlers({}, {}) });
}

export function kernel() {
  const usage = execFileSync(process.execPath, [join(folder, "dist/cli.js"), "help"], { encoding: "utf8" });
  return [
    "# The kernel",
    "## The command",
    block(usage.trimEnd(), "text"),
    "## In a cell",
    sectionOfReadme("In a cell"),
    "## Debugging",
    sectionOfReadme("Debugging"),
    "# Functions for cells",
    ...kernelFunctions(),
    "# Messages",
    `Beside executing cells, interrupts, shutdown, comms, input and debugging (\`debug_request\`), the kernel answers ${requests()
      .map((name) => `\`${name}\``)
      .join(
        ", ",
      )}: all of [Jupyter's messaging protocol](https://jupyter-client.readthedocs.io/en/stable/messaging.html) 5.4.`,
  ];
}
