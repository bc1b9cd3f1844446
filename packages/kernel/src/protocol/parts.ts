import type { Draft, Message } from "./message";
import type { Execution } from "./execution";
import type { History } from "./history";
import type { Output } from "./output";

/** Everything a session works with. */
export interface Parts {
  /** Sends messages, in order and at once. */
  send(...drafts: Draft[]): void;
  /** Has a request answered from elsewhere, with an error, since the session could not. */
  fail(request: Message, thrown: unknown): void;
  execution: Execution;
  output: Output;
  history: History;
}
