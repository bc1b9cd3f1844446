/** The version of Jupyter's messaging protocol that the kernel speaks. */
export const protocolVersion = "5.4";

/** The sockets that carry messages. */
export type Channel = "shell" | "control" | "stdin" | "iopub";

/** The header of a message. */
export interface Header {
  msg_id: string;
  session: string;
  username: string;
  date: string;
  msg_type: string;
  version: string;
}

export type Content = Record<string, unknown>;

/** A request that has arrived. */
export interface Message {
  channel: Channel;
  /** Where the reply goes: the routing prefix of the request, a character for each byte. */
  identities: string[];
  header: Header;
  /** The header as it was written, which what answers the message repeats. */
  headerText: string;
  metadata: Content;
  content: Content;
  buffers: Uint8Array[];
}

/** A message on its way out, its four dictionaries written as JSON. */
export interface Outgoing {
  channel: Channel;
  /** The routing prefix, a character for each byte, or for iopub the topic. */
  identities: string[];
  /** Header, parent header, metadata and content. */
  dictionaries: [string, string, string, string];
  buffers: Uint8Array[];
}

/** What a message is made of. */
export interface Draft {
  channel: Channel;
  type: string;
  content: Content;
  /** The request that it answers or belongs to. */
  parent?: Pick<Message, "identities" | "headerText">;
  metadata?: Content;
  buffers?: Uint8Array[];
}
