import { hasNode, nodeModules, type Files, type Paths } from "./nodeModules";

/** Files where the running code sees them, and the ways to name them. */
export interface FileSystem {
  files: Files;
  path: Paths;
  /** The path of a file that lies beside the entry of a package. */
  besides(name: string, file: string): string;
  /** Makes a function of a script's text. */
  compile(code: string, parameters: string[], options: { filename: string }): (...values: unknown[]) => void;
}

/** The property of `globalThis` under which a kernel that runs in a browser offers its files. */
const offeredSymbol = Symbol.for("tslinen.files");

const offered = (): FileSystem | undefined => (globalThis as { [offeredSymbol]?: FileSystem })[offeredSymbol];

/** Whether a kernel in a browser offers its files. */
export const isInBrowserKernel = (): boolean => offered() !== undefined;

/** Whether there are files. */
export const hasFiles = (): boolean => isInBrowserKernel() || hasNode();

/**
 * The files that code can reach: those of Node, or those that a kernel in a browser offers.
 *
 * @param functionName - On whose behalf, for the message where there are none.
 */
export const fileSystem = (functionName: string): FileSystem => offered() ?? nodeModules(functionName);
