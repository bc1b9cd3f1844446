import type { Comms } from "./comms";
import type { History } from "./history";
import type { Content, Message } from "./message";

/** What answers requests that run no cell: by the type of the request, the content of its reply. */
export type Handlers = Partial<Record<string, (request: Message) => Content | Promise<Content>>>;

/** The answers of a session to what does not concern code. */
export function sessionHandlers(history: History, comms: Comms): Handlers {
  return {
    history_request: ({ content }) => ({ status: "ok", history: history.request(content) }),
    comm_info_request: ({ content }) => comms.info(content.target_name),
  };
}
