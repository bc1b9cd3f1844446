/** What a server answers. */
export interface Answer {
  ok: boolean;
  bytes: Uint8Array;
  header(name: string): string | null;
}

/**
 * Reads what stands at an address, and waits for it, as workers may.
 *
 * @throws DOMException if nobody answers.
 */
export function fetchNow(address: string): Answer {
  const request = new XMLHttpRequest();
  request.open("GET", address, false);
  request.responseType = "arraybuffer";
  request.send();
  return {
    ok: request.status >= 200 && request.status < 300,
    bytes: new Uint8Array((request.response as ArrayBuffer | null) ?? new ArrayBuffer(0)),
    header: (name) => request.getResponseHeader(name),
  };
}
