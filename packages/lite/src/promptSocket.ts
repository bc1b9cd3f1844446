/** How JupyterLite's sockets, which are no sockets but lists of listeners, hand on what a front end sends. */
interface Dispatching {
  dispatchEvent(event: { type: string }, data: unknown): boolean;
}

/**
 * Sockets whose messages reach a kernel of the page at once: JupyterLite's hand each on after 4 ms, longer than a short
 * cell takes.
 *
 * @param Socket - The class of JupyterLite's sockets.
 * @param isPrompt - Whether messages to an address are to be handed on at once.
 */
export function promptSocket(Socket: typeof WebSocket, isPrompt: (url: string) => boolean): typeof WebSocket {
  return class extends Socket {
    override send(data: Parameters<WebSocket["send"]>[0]): void {
      if (this.readyState !== Socket.OPEN || !isPrompt(this.url)) return super.send(data);
      (this as unknown as Dispatching).dispatchEvent({ type: "server::message" }, data);
    }
  };
}
