import { join } from "node:path";
import { MessageChannel, Worker, type MessagePort } from "node:worker_threads";
import type { CompilerHost } from "../compiler/host";
import { CompilerLine, type Port } from "../compiler/line";
import type { Compiler } from "../compiler/services";
import type { CompilerData } from "./compilerThread";
import { asPort } from "./port";

/** What a compiler's thread is started with. */
export interface CompilerOptions {
  /** Takes another line to the compiler, for a second thread that asks, whenever the compiler's has started. */
  connect?(port: MessagePort): void;
  /** Whether operators on arrays mean their methods. Default: "on". */
  operators?: CompilerHost["operators"];
  /** What the thread runs. Default: the compiler. */
  script?: string;
}

/**
 * Starts the thread that compiles. Should it end, as when a type takes all its memory, the calls it has not answered
 * fail, and it is started anew with what cells have declared before: at once if it had answered anything, and otherwise
 * when something is asked.
 *
 * @param folder - The notebook's folder.
 */
export function startCompiler(folder: string, options: CompilerOptions = {}): Compiler {
  const { connect, operators, script = join(__dirname, "compilerThread.js") } = options;
  let declarations = "";

  function start(): Port {
    const own = new MessageChannel();
    const other = new MessageChannel();
    const ports = connect ? [own.port2, other.port2] : [own.port2];
    const worker = new Worker(script, {
      workerData: { folder, operators, declarations, ports } satisfies CompilerData,
      transferList: ports,
      resourceLimits: { maxYoungGenerationSizeMb: 64 },
    });
    let reason = "the compiler has ended";
    worker.on("error", (error) => {
      reason = `the compiler has ended: ${(error as Error).message}`;
    });
    worker.on("exit", () => {
      const restart = line.hasAnswered;
      own.port1.close();
      line.close(new Error(reason));
      if (restart) line.open(start());
    });
    connect?.(other.port1);
    return asPort(own.port1);
  }

  const line = new CompilerLine(start);
  line.open(start());
  const { compiler } = line;
  return {
    ...compiler,
    async declare(dropped, elements) {
      declarations = await compiler.declare(dropped, elements);
      return declarations;
    },
  };
}
