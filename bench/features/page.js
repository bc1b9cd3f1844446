// What kernels in a page can do, each tried out in a running one; run in a page of JupyterLite, whose application it asks.
{
  const { kernels } = window.jupyterapp.serviceManager;
  const text = ({ content }) => content.text ?? content.data?.["text/plain"] ?? "";

  /** Runs a cell: its reply, undefined if none comes, and what it put out. */
  async function run(kernel, code, { answer, limit = 20_000 } = {}) {
    const outputs = [];
    const future = kernel.requestExecute({ code, allow_stdin: true, stop_on_error: false });
    future.onIOPub = (message) => outputs.push(message);
    future.onStdin = (message) => answer?.(message);
    const late = new Promise((done) => setTimeout(done, limit));
    const reply = await Promise.race([future.done, late]);
    return { reply: reply?.content, outputs, shown: outputs.map(text).join("") };
  }

  const soon = (promise) => Promise.race([promise, new Promise((done) => setTimeout(done, 5000))]);
  const completes = async (kernel, before) => {
    const code = `${before}Math.ma`;
    const reply = await soon(kernel.requestComplete({ code, cursor_pos: code.length }));
    return reply?.content.matches?.some((match) => match.endsWith("max")) ?? false;
  };

  const probes = {
    "types are checked before a cell runs": async (kernel) => {
      const { reply, shown } = await run(kernel, 'console.log("ran"); const count: number = "many";');
      // What no kernel of JavaScript reads is no check of types.
      const { reply: right } = await run(kernel, "const few: number = 3;");
      return reply?.status === "error" && !shown.includes("ran") && right?.status === "ok";
    },
    "errors arrive as errors, with their line": async (kernel) => {
      const { outputs } = await run(kernel, 'const x = 1;\nthrow new RangeError("lost");');
      const [error] = outputs.filter(({ header }) => header.msg_type === "error");
      return (
        error?.content.evalue.includes("lost") && /:2\b|line 2\b/.test(error.content.traceback.join("\n"))
      );
    },
    "cells after a failed one run": async (kernel) => {
      await run(kernel, "throw new Error()");
      return (await run(kernel, "1 + 1")).reply?.status === "ok";
    },
    "a cell declares what an earlier one has declared": async (kernel) => {
      await run(kernel, "const twice = 1;");
      await run(kernel, "const twice = 2;");
      return (await run(kernel, "twice")).shown.includes("2");
    },
    "documentation on hover": async (kernel) => {
      const reply = await soon(kernel.requestInspect({ code: "[1].map", cursor_pos: 7, detail_level: 0 }));
      return reply?.content.found === true && reply.content.data["text/plain"].length > 40;
    },
    completion: (kernel) => completes(kernel, ""),
    "completion behind an emoji": (kernel) => completes(kernel, "'🎉' + "),
    "stop ends an endless wait, variables stay": async (kernel) => {
      await run(kernel, "const kept = 41;");
      const waiting = run(kernel, "await new Promise(() => {});", { limit: 5000 });
      await new Promise((done) => setTimeout(done, 500));
      await soon(kernel.interrupt());
      await waiting;
      return (await run(kernel, "kept + 1", { limit: 3000 })).shown.includes("42");
    },
    "stop ends an endless loop, variables stay": async (kernel) => {
      await run(kernel, "const kept = 41;");
      const looping = run(kernel, "while (true) {}", { limit: 5000 });
      await new Promise((done) => setTimeout(done, 500));
      await soon(kernel.interrupt());
      await looping;
      return (await run(kernel, "kept + 1", { limit: 3000 })).shown.includes("42");
    },
    "a value is shown in several forms at once": async (kernel) => {
      const forms = '{ "text/plain": "p", "text/html": "<b>h</b>" }';
      for (const method of ['[Symbol.for("Jupyter.display")]', "_toMime"]) {
        const { outputs } = await run(kernel, `const both = { ${method}: () => (${forms}) };\nboth`);
        if (outputs.some(({ content: { data } }) => data?.["text/html"] && data["text/plain"])) return true;
      }
      return false;
    },
    "a cell can ask for input": async (kernel) => {
      for (const code of ['await input("q")', 'prompt("q")']) {
        let isAsked = false;
        const answer = () => {
          isAsked = true;
          kernel.sendInputReply({ status: "ok", value: "a" }, {});
        };
        const { reply, shown } = await run(kernel, code, { answer, limit: 5000 });
        if (isAsked && reply?.status === "ok" && shown.includes("a")) return true;
      }
      return false;
    },
    history: async (kernel) => {
      await run(kernel, "1 + 1");
      const asked = { hist_access_type: "tail", n: 3, output: false, raw: true };
      return ((await soon(kernel.requestHistory(asked)))?.content.history?.length ?? 0) > 0;
    },
    "a lost promise's error shows in its cell": async (kernel) => {
      const code =
        'void Promise.reject(new Error("lost"));\nawait new Promise((done) => setTimeout(done, 200));';
      const { outputs } = await run(kernel, code);
      return outputs.some(
        ({ header, content }) => header.msg_type === "error" && content.evalue.includes("lost"),
      );
    },
  };

  window.tryKernel = async (title, name) => {
    const kernel = await kernels.startNew({ name });
    try {
      return Boolean(await probes[title](kernel));
    } finally {
      await kernel.shutdown();
    }
  };
  window.probeTitles = Object.keys(probes);
}
