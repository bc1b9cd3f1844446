/** Cells run one after the other by stock tslab, whose compiler is TypeScript 5.0.4. */
import { createConverter } from "tslab/dist/converter";
import { createExecutor } from "tslab/dist/executor";
import { nameOf, type Outcome } from "./cells";

/** A session of stock tslab in a folder, which becomes the current one until it is closed. */
export interface StockTslab {
  run(code: string): Promise<Outcome>;
  reset(): void;
  close(): void;
}

export function stockTslab(folder: string): StockTslab {
  const cwd = process.cwd();
  process.chdir(folder);
  const node = createConverter({ isJS: false, isBrowser: false });
  let outcome: Outcome = {};
  const executor = createExecutor(
    folder,
    { node, browser: node, close: () => node.close() },
    {
      log: (value: unknown) => {
        outcome = { value };
      },
      error: (first: unknown, ...rest: unknown[]) => {
        if (rest.length === 0) outcome = { thrown: nameOf(first) };
        else
          outcome = {
            types: [...("types" in outcome ? outcome.types : []), String(rest[3]).split("\n")[0] as string],
          };
      },
    },
  );
  return {
    async run(code) {
      outcome = {};
      await executor.execute(code);
      return outcome;
    },
    reset: () => executor.reset(),
    close() {
      executor.close();
      process.chdir(cwd);
    },
  };
}
