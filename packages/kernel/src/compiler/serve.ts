/** The compiler at work in a thread of its own: it never keeps a running cell waiting. */
import { Converter } from "./converter";
import type { CompilerHost } from "./host";
import { answerCalls, type Methods, type Port } from "./line";
import { services } from "./services";

/** How long, in milliseconds, nothing must have been asked before work is done ahead. */
const idleAfter = 800;

/**
 * Makes a compiler that has parsed the libraries and is warm.
 *
 * @param rehearsal - A cell to compile before the first one is asked for.
 */
export function rehearsed(
  host: CompilerHost,
  rehearsal = "const first: number = 1;\nconsole.log(first);\nfirst;",
): Converter {
  const converter = new Converter(host);
  converter.rehearse(rehearsal);
  return converter;
}

/**
 * Answers what the compiler is asked over lines to it.
 *
 * @param declarations - What cells have declared before the thread was started.
 */
export function serve(converter: Converter, declarations: string, ports: readonly Port[]): void {
  const methods = services(converter) as unknown as Methods;
  converter.declarations = declarations;

  let idle = setTimeout(workAhead, idleAfter);
  for (const port of ports) {
    answerCalls(port, methods, () => {
      clearTimeout(idle);
      idle = setTimeout(workAhead, idleAfter);
    });
  }

  /** Takes in the host's types file by file, and tslinen's, giving way to whatever is asked meanwhile. */
  function workAhead(): void {
    const { project, exported } = converter;
    // A running cell has the processor for itself; and a notebook that runs from top to bottom needs none of this.
    if (converter.isAwaiting) return;
    if (exported.readOn()) {
      idle = setTimeout(workAhead);
      return;
    }
    if (project.isWorn) project.renew();
    if (project.hasFullTypes) return;
    const next = project.filesOfFullTypes().find((path) => !project.files.has(path));
    if (next !== undefined) {
      project.files.get(next);
      idle = setTimeout(workAhead);
      return;
    }
    project.takeInFullTypes();
    converter.rehearse('import "tslinen";\nprocess.version;');
  }
}
