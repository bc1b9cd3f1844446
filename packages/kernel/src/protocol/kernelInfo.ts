import type { Platform } from "../platform";
import { protocolVersion, type Content } from "./message";

/**
 * What a kernel says of itself in kernel_info_reply.
 *
 * @param hasDebugger - Whether it answers requests to debug.
 */
export function kernelInfo(
  { kernel, typescript, host }: Platform["versions"],
  hasDebugger: boolean,
): Content {
  return {
    status: "ok",
    protocol_version: protocolVersion,
    implementation: "tslinen",
    implementation_version: kernel,
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
    banner: `tslinen ${kernel}: TypeScript ${typescript} on ${host}`,
    debugger: hasDebugger,
    supported_features: hasDebugger ? ["debugger"] : [],
    help_links: [
      { text: "TypeScript", url: "https://www.typescriptlang.org/docs/" },
      ...(host.startsWith("Node.js")
        ? [{ text: "Node.js", url: "https://nodejs.org/docs/latest/api/" }]
        : []),
    ],
  };
}
