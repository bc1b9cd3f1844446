import { readFileSync } from "node:fs";
import { join } from "node:path";
import { kernelRoot } from "../packages";
import { protocolVersion, type Content } from "./message";

const versionIn = (path: string): string =>
  (JSON.parse(readFileSync(path, "utf8")) as { version: string }).version;

const version = versionIn(join(kernelRoot, "package.json"));
const typescript = versionIn(require.resolve("typescript/package.json"));

/** What the kernel says of itself in kernel_info_reply. */
export const kernelInfo: Content = {
  status: "ok",
  protocol_version: protocolVersion,
  implementation: "tslinen",
  implementation_version: version,
  language_info: {
    name: "typescript",
    version: typescript,
    mimetype: "text/typescript",
    file_extension: ".ts",
    pygments_lexer: "typescript",
    // JupyterLab and Notebook 7 look the mode up by name or MIME type; the older Notebook wants the options.
    codemirror_mode: { name: "typescript", mode: "typescript", typescript: true },
    nbconvert_exporter: "script",
  },
  banner: `tslinen ${version}: TypeScript ${typescript} on Node.js ${process.versions.node}`,
  debugger: true,
  supported_features: ["debugger"],
  help_links: [
    { text: "TypeScript", url: "https://www.typescriptlang.org/docs/" },
    { text: "Node.js", url: "https://nodejs.org/docs/latest/api/" },
  ],
};
