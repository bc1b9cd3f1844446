import type { Content, Message } from "./message";
import { toOffset, toPosition } from "./codePoints";
import type { Comms } from "./comms";
import type { Parts } from "./parts";

/** What answers requests that run no cell: by the type of the request, the content of its reply. */
export type Handlers = Partial<Record<string, (request: Message) => Content | Promise<Content>>>;

/** The answers of a session. */
export function handlersOf(parts: Parts, comms: Comms): Handlers {
  return {
    inspect_request: async ({ content }) => {
      const { code, offset } = cursor(content);
      const hover = await parts.compiler.hover(code, offset);
      if (!hover) return { status: "ok", found: false, data: {}, metadata: {} };
      const { signature, documentation } = hover;
      return {
        status: "ok",
        found: true,
        data: {
          "text/plain": documentation ? `${signature}\n\n${documentation}` : signature,
          "text/markdown": `\`\`\`typescript\n${signature}\n\`\`\`\n\n${documentation}`,
        },
        metadata: {},
      };
    },
    complete_request: async ({ content }) => {
      const { code, offset } = cursor(content);
      const found = await parts.compiler.complete(code, offset);
      const start = toPosition(code, found.start);
      const end = toPosition(code, found.end);
      return {
        status: "ok",
        matches: found.candidates.map(({ text }) => text),
        cursor_start: start,
        cursor_end: end,
        metadata: { _jupyter_types_experimental: found.candidates.map((one) => ({ ...one, start, end })) },
      };
    },
    is_complete_request: async ({ content }) => ({
      ...(await parts.compiler.completeness(String(content.code))),
    }),
    history_request: ({ content }) => ({ status: "ok", history: parts.history.request(content) }),
    comm_info_request: ({ content }) => comms.info(content.target_name),
  };
}

function cursor(content: Content): { code: string; offset: number } {
  const code = String(content.code ?? "");
  return {
    code,
    offset: typeof content.cursor_pos === "number" ? toOffset(code, content.cursor_pos) : code.length,
  };
}
