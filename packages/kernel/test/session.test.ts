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
import { reasonOf, Session } from "../src/protocol/session";

setPlatform(nodePlatform);

/** A session whose compiler does what a test says; what it answers is written as on the wire. */
function session(convert: (code: string) => unknown, read = () => "") {
  const compose = composer("session");
  const sent: { type: string; content: Content }[] = [];
  const failed: [request: string, reason: string][] = [];
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
  const store = { read, append: () => undefined, replace: () => undefined };
  const execution = new Execution(compiler, new Modules(tmpdir(), {}), output, "error");
  const fail = (request: Message, thrown: unknown): void => {
    failed.push([request.header.msg_id, reasonOf(thrown)]);
  };
  const kernel = new Session({ send, fail, execution, output, history: new History("run", store) });
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
    while (sent.at(-1)?.content.execution_state !== "idle" && failed.length === 0)
      await new Promise((r) => setTimeout(r, 1));
    return sent.find(({ type }) => type === "execute_reply")?.content ?? {};
  };
  /** Asks about variables, and waits for the answer; nothing else may be sent. */
  const ask = async (content: Content): Promise<Content> => {
    const before = sent.length;
    const header = { msg_id: "ask", msg_type: "tslinen_request" } as Message["header"];
    const rest = { identities: [], headerText: "{}", metadata: {}, buffers: [] };
    kernel.receive({ channel: "control", header, content, ...rest });
    while (sent.length === before) await new Promise((r) => setTimeout(r, 1));
    expect(sent[before].type).toBe("tslinen_reply");
    return sent[before].content;
  };
  return { run, ask, failed };
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

  it("from elsewhere, if the session itself fails", async () => {
    let isBroken = true;
    const { run, failed } = session(
      () => compiled("return 1"),
      () => {
        if (isBroken) throw new Error("no history");
        return "";
      },
    );
    await run("1");
    expect(failed.splice(0)).toEqual([["1", "Error: no history"]]);
    isBroken = false;
    expect((await run("2")).status).toBe("ok");
  });

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

describe("what is asked about variables", () => {
  const cells: Record<string, string> = {
    some: `__box("n").$ = 3; __box("later").$ = undefined; __box("s").$ = "x".repeat(200);
      __box("f").$ = async (a, b) => a; __box("C").$ = class C {}; __box("m").$ = new Map([[1, 2]]);
      __box("bytes").$ = new Uint8Array(5); __box("nothing").$ = null; __box("bare").$ = Object.create(null);
      __box("odd").$ = { get x() { throw new Error("odd"); } };`,
    wait: `await new Promise((r) => setTimeout(r, 50));`,
  };
  const own = session((code) => ({ ...compiled(cells[code]), hasTopLevelAwait: code === "wait" }));

  it("is answered with names, types and values on a line, without a word about the state", async () => {
    await own.run("some");
    const { status, value } = await own.ask({ method: "variables" });
    expect(status).toBe("ok");
    const list = value as { name: string; type: string; text: string }[];
    expect(list.map(({ name, type }) => [name, type])).toEqual([
      ["n", "number"],
      ["s", "string"],
      ["f", "function"],
      ["C", "class"],
      ["m", "Map(1)"],
      ["bytes", "Uint8Array(5)"],
      ["nothing", "null"],
      ["bare", "Object"],
      ["odd", "Object"],
    ]);
    const texts = Object.fromEntries(list.map(({ name, text }) => [name, text]));
    expect(texts).toMatchObject({ n: "3", f: "(a, b)", m: "Map(1) { 1 => 2 }", odd: "{ x: [Getter] }" });
    expect(texts.s).toMatch(/^'x+'\.\.\. 80 more characters$|^'x{119}…$/);
  });

  it("is answered with the representations of one of them, or an error", async () => {
    expect(await own.ask({ method: "value", name: "n" })).toEqual({
      status: "ok",
      value: { "text/plain": "3" },
    });
    expect(await own.ask({ method: "value", name: "none" })).toMatchObject({
      status: "error",
      evalue: "tslinen_request: no variable is called none",
    });
  });

  it("waits for cells: while one runs, the answer is null", async () => {
    const running = own.run("wait");
    await new Promise((r) => setTimeout(r, 10));
    expect(await own.ask({ method: "variables" })).toEqual({ status: "ok", value: null });
    await running;
  });

  it("is told of values as libraries know them", async () => {
    const globals = globalThis as Record<symbol, unknown>;
    const symbol = Symbol.for("tslinen.glances");
    globals[symbol] = [
      { summary: (x: unknown) => (x === 3 ? { kind: "three" } : undefined), detail: () => undefined },
      { summary: () => undefined, detail: (x: unknown) => (x === 3 ? { "text/plain": "three" } : undefined) },
    ];
    try {
      const { value } = await own.ask({ method: "variables" });
      expect((value as object[])[0]).toEqual({
        name: "n",
        type: "number",
        text: "",
        summary: { kind: "three" },
      });
      const { value: opened } = await own.ask({ method: "value", name: "n" });
      expect(opened).toEqual({ "text/plain": "three" });
    } finally {
      delete globals[symbol];
    }
  });
});
