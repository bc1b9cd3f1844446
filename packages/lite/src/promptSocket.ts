/** How JupyterLite's sockets, which are no sockets but lists of listeners, hand on what a front end sends. */
interface Dispatching {
  /** Tells whether there was a listener. */
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
      const isReady = this.readyState === Socket.OPEN && isPrompt(this.url);
      const { dispatchEvent } = this as unknown as Dispatching;
      // Nobody listens yet when the front end is told that the socket is open, which is when it first asks something.
      const isHeard = isReady && dispatchEvent.call(this, { type: "server::message" }, data);
      if (!isHeard) super.send(data);
    }
  };
}
