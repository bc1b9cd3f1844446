import type { Draft } from "./message";
import type { Execution } from "./execution";
import type { History } from "./history";
import type { Output } from "./output";

/** Everything a session works with. */
export interface Parts {
  /** Sends messages, in order and at once. */
  send(...drafts: Draft[]): void;
  execution: Execution;
  output: Output;
  history: History;
}
