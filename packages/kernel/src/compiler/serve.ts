/** The compiler at work in a thread of its own: it never keeps a running cell waiting. */
import { Converter } from "./converter";
import type { CompilerHost } from "./host";
import type { Answer, Call, Port } from "./line";
import { services } from "./services";

/** How long, in milliseconds, nothing must have been asked before work is done ahead. */
const idleAfter = 800;

/**
 * Starts the compiler and answers what is asked over lines to it.
 *
 * @param declarations - What cells have declared before the thread was started.
 * @param rehearsal - A cell to compile before the first one is asked for.
 */
export function serve(
  host: CompilerHost,
  declarations: string,
  ports: readonly Port[],
  rehearsal = "const first: number = 1;\nconsole.log(first);\nfirst;",
): void {
  const converter = new Converter(host);
  const methods = services(converter) as unknown as Record<string, (...args: unknown[]) => unknown>;
  // The first conversion parses the libraries and warms the compiler up.
  converter.rehearse(rehearsal);
  converter.declarations = declarations;

  let idle = setTimeout(workAhead, idleAfter);
  for (const port of ports) {
    port.onmessage = ({ data }: { data: Call }) => {
      clearTimeout(idle);
      void answerTo(data).then((answer) => port.postMessage(answer));
      idle = setTimeout(workAhead, idleAfter);
    };
  }

  async function answerTo({ id, method, args }: Call): Promise<Answer> {
    try {
      return { id, value: await methods[method]?.(...args) };
    } catch (error) {
      return { id, error: error instanceof Error ? error : new Error(String(error)) };
    }
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
