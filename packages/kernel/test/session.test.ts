import { tmpdir } from "node:os";
import { describe, expect, it } from "vitest";
import { Modules } from "../src/cells/modules";
import type { Compiler } from "../src/compiler/services";
import { nodePlatform } from "../src/node/platform";
import { setPlatform } from "../src/platform";
import { composer } from "../src/protocol/compose";
import { Execution } from "../src/protocol/execution";
import { History } from "../src/protocol/history";
import type { Content, Draft, Message } from "../src/protocol/message";
import { Output } from "../src/protocol/output";
import { Session } from "../src/protocol/session";

setPlatform(nodePlatform);

/** A session whose compiler does what a test says; what it answers is written as on the wire. */
function session(convert: (code: string) => unknown) {
  const compose = composer("session");
  const sent: { type: string; content: Content }[] = [];
  const send = (...drafts: Draft[]): void => {
    const written = drafts.map((draft) => ({ type: draft.type, dictionaries: compose(draft).dictionaries }));
    for (const { type, dictionaries } of written) {
      sent.push({ type, content: JSON.parse(dictionaries[3]) as Content });
    }
  };
  const compiler = {
    convert: async (code: string) => convert(code),
    declare: async () => "",
    abandon: async () => undefined,
  } as unknown as Compiler;
  const output = new Output(send);
  const store = { read: () => "", append: () => undefined, replace: () => undefined };
  const execution = new Execution(compiler, new Modules(tmpdir(), {}), output, "error");
  const kernel = new Session({ send, execution, output, history: new History("run", store) });
  const run = async (code: string, more: Content = {}): Promise<Content> => {
    sent.length = 0;
    const header = { msg_id: code, msg_type: "execute_request" } as Message["header"];
    kernel.receive({
      channel: "shell",
      identities: [],
      header,
      headerText: "{}",
      metadata: {},
      content: { code, ...more },
      buffers: [],
    });
    while (sent.at(-1)?.content.execution_state !== "idle") await new Promise((r) => setTimeout(r, 1));
    return sent.find(({ type }) => type === "execute_reply")?.content ?? {};
  };
  return { run };
}

const compiled = (output: string) => ({ diagnostics: [], output, checking: "error" });

describe("every request is answered", () => {
  const failing: Record<string, (code: string) => unknown> = {
    "the compiler throws": () => {
      throw new RangeError("out of stack");
    },
    "the compiler throws what is no error": () => {
      throw undefined;
    },
    "the compiler answers nonsense": () => undefined,
    "the code cannot be run": () => compiled("this is not JavaScript"),
    "what is thrown cannot be looked at": () =>
      compiled("throw new Proxy(new Error('x'), { get() { throw new Error('no'); } })"),
    "the value cannot be shown": () =>
      compiled('return { [Symbol.for("Jupyter.display")]: () => ({ "application/json": 10n }) }'),
    "the value cannot be inspected": () =>
      compiled('return { [Symbol.for("nodejs.util.inspect.custom")]() { throw new Error("no"); } }'),
  };
  for (const [what, convert] of Object.entries(failing)) {
    it(`if ${what}`, async () => {
      const { run } = session((code) => (code === "1" ? compiled("return 1") : convert(code)));
      expect((await run("fails")).status).toBe("error");
      expect((await run("1")).status).toBe("ok");
    });
  }

  it("if a user expression fails in any of these ways", async () => {
    for (const convert of Object.values(failing)) {
      const { run } = session((code) => (code.startsWith("(") ? convert(code) : compiled("return 1")));
      const reply = await run("1", { user_expressions: { a: "x" } });
      expect(["ok", "error"]).toContain(reply.status);
      if (reply.status === "ok")
        expect(reply).toMatchObject({ user_expressions: { a: { status: "error" } } });
      expect((await run("1")).status).toBe("ok");
    }
  });
});
