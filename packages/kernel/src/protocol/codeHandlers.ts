import type { Compiler } from "../compiler/services";
import { toOffset, toPosition } from "./codePoints";
import type { EditorRequest, NotebookCell, Place } from "./editing";
import type { Handlers } from "./handlers";
import type { Content } from "./message";

/** What is known of the cells of a notebook: which have run, by their identities. */
export class RunCells {
  private readonly asked = new Map<string, NotebookCell>();
  private readonly codes = new Map<string, string>();

  /** Notes that a cell is to be run. */
  ask(request: string, { cellId }: Content, { code }: Content): void {
    if (typeof cellId === "string") this.asked.set(request, { id: cellId, code: String(code) });
  }

  /** Notes how a request to run a cell has ended. */
  end(request: string, status: unknown): void {
    const cell = this.asked.get(request);
    this.asked.delete(request);
    if (cell && status === "ok") this.codes.set(cell.id, cell.code);
  }

  /** Whether a cell has run as it is written now, or is running. */
  has({ id, code }: NotebookCell): boolean {
    if (this.codes.get(id) === code) return true;
    const [first] = this.asked.values();
    return first?.id === id && first.code === code;
  }
}

/** The answers of the compiler to what front ends and editors ask about code: none of them waits for a running cell. */
export function codeHandlers(compiler: Compiler, ran: RunCells): Handlers {
  return {
    inspect_request: async ({ content }) => {
      const { code, offset } = cursor(content);
      const hover = await compiler.hover(code, offset);
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
      const found = await compiler.complete(code, offset);
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
    is_complete_request: async ({ content }) => ({ ...(await compiler.completeness(String(content.code))) }),
    tslinen_request: async ({ content }) => {
      const { method, cells, index, offset = 0 } = editorRequest(content);
      const edited = cells.map((cell) => ({ code: cell.code, hasRun: ran.has(cell) }));
      const value = await compiler.edit(method, edited, index, offset);
      const isPlaces = method === "definition" || method === "references";
      return { status: "ok", value: isPlaces ? (value as IndexedPlace[]).map(placeIn(cells)) : value };
    },
  };
}

type IndexedPlace = Omit<Place, "cell"> & { index?: number };

const placeIn =
  (cells: readonly NotebookCell[]) =>
  ({ index, ...place }: IndexedPlace): Place =>
    index === undefined ? place : { cell: cells[index]?.id, ...place };

function editorRequest(content: Content): EditorRequest {
  const { method, cells, index } = content as Partial<EditorRequest>;
  if (!Array.isArray(cells) || typeof index !== "number" || !cells[index]) {
    throw new TypeError("tslinen_request: expected cells, and the index of one of them");
  }
  if (typeof method !== "string") throw new TypeError("tslinen_request: expected the name of a method");
  return content as unknown as EditorRequest;
}

function cursor(content: Content): { code: string; offset: number } {
  const code = String(content.code ?? "");
  return {
    code,
    offset: typeof content.cursor_pos === "number" ? toOffset(code, content.cursor_pos) : code.length,
  };
}
