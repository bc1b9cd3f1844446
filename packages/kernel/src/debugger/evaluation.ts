import type { Frame } from "./frames";
import { probe, type Remote } from "./remote";
import { localNames } from "./variables";

/**
 * Compiles code to be evaluated where code has stopped.
 *
 * @param local - Names that mean something else there than what cells have declared.
 * @throws Error if it cannot be read.
 */
export type CompileStopped = (
  code: string,
  local: string[],
) => Promise<{ prelude: string; output: string; helpers: string[] }>;

const surroundings = `${probe}.surroundings()`;

/** An expression of the engine's for the value of code: in a function at work, or else of what cells have declared. */
export async function expressionFor(
  code: string,
  frame: Frame | undefined,
  remote: Remote,
  compile: CompileStopped,
): Promise<string> {
  const { names, paths } = frame ? await localNames(frame, remote) : { names: [], paths: {} };
  const { prelude, output, helpers } = await compile(code, names);
  const read = Object.entries(paths).filter(([name]) => code.includes(name));
  const own = read.map(([name, path]) => `const ${name} = ${path};`).join(" ");
  return `((${helpers.join(", ")}) => {${own}${prelude}\n${output}\n})(...${surroundings})`;
}
