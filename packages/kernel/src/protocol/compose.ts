import { newIdentity } from "./identity";
import { protocolVersion, type Draft, type Outgoing } from "./message";
import { bare, Date, stringify } from "../originals";

/** Makes the function that turns drafts into messages of one session. */
export function composer(session: string): (draft: Draft) => Outgoing {
  const prefix = newIdentity();
  let count = 0;
  return (draft) => {
    const { channel, type, content, parent, metadata = {}, buffers = [] } = bare(draft);
    const header = {
      msg_id: `${prefix}_${count++}`,
      session,
      username: "kernel",
      date: new Date().toISOString(),
      msg_type: type,
      version: protocolVersion,
    };
    return {
      channel,
      identities: channel === "iopub" ? [type] : (parent?.identities ?? []),
      dictionaries: [stringify(header), parent?.headerText ?? "{}", stringify(metadata), stringify(content)],
      buffers,
    };
  };
}
