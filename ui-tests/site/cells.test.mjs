// Cells in the browser.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { LiteSite } from "../harness/lite.mjs";

let site;
let opened;
before(async () => {
  site = await LiteSite.start();
  opened = await site.newNotebook();
});
after(() => site?.stop());

test("answers the first question, which a front end asks as soon as it is connected", async () => {
  const language = await opened.page.evaluate(async () => {
    const { kernel } = window.jupyterapp.shell.currentWidget.sessionContext.session;
    return (await kernel.info).language_info.name;
  });
  assert.equal(language, "typescript");
});

const answers = {
  'console.log("one"); [1, 2]': /^one\n\[ 1, 2 \]$/,
  "const n: number = 'text';": /TypeScriptError: Type 'string' is not assignable.*line 1/,
  'import fs from "node:fs";': /Cannot find 'node:fs'\.\s+It belongs to Node\.js/,
  'import { nothing } from "./nothing";': /Cannot find module '\.\/nothing'/,
  'throw new Error("on purpose");': /Error: on purpose/,
  "self.close()": /a cell cannot end the kernel/,
  "!ls": /a browser has no commands/,
  "await new Promise((r) => setTimeout(r, 10)); 'later'": /^'later'$/,
};
for (const [code, expected] of Object.entries(answers)) {
  test(`answers ${code}`, async () => assert.match(await opened.textOf(code), expected));
}

test("points at the line of an error", async () => {
  const [{ traceback }] = await opened.runCell(
    'const a = 1;\nfunction fail() {\n  throw new Error("here");\n}\nfail();',
  );
  assert.match(traceback.join("\n"), /at fail \(In\[\d+\]:3:9\)\n\s+at In\[\d+\]:5:1/);
});

test("completes and documents", async () => {
  const answer = (type, content) =>
    opened.page.evaluate(
      async ([method, asked]) => {
        const { kernel } = window.jupyterapp.shell.currentWidget.sessionContext.session;
        return (await kernel[method](asked)).content;
      },
      [type, content],
    );
  await opened.runCell('import { np } from "tslinen";');
  const { matches } = await answer("requestComplete", { code: "np.linsp", cursor_pos: 8 });
  assert.ok(matches.includes("linspace"), matches.join(", "));
  const { data } = await answer("requestInspect", { code: "np.linspace", cursor_pos: 8, detail_level: 0 });
  assert.match(data["text/plain"], /linspace/);
});

test("asks the reader", async () => {
  const ran = opened.textOf('const answer = await input("name? "); `hello ${answer}`');
  const box = opened.page.locator(".jp-Stdin-input");
  await box.fill("Ada");
  await box.press("Enter");
  assert.match(await ran, /hello Ada/);
});

test("sends and answers comms", async () => {
  const source =
    'import { comms } from "@tslinen/kernel";\ncomms.registerTarget("echo", (comm) => comm.onMessage(({ data }) => comm.send(data)));';
  await opened.runCell(source);
  const echoed = await opened.page.evaluate(async () => {
    const { kernel } = window.jupyterapp.shell.currentWidget.sessionContext.session;
    const comm = kernel.createComm("echo");
    const answered = new Promise((resolve) => (comm.onMsg = ({ content }) => resolve(content.data)));
    comm.open();
    comm.send({ n: 1 });
    return answered;
  });
  assert.deepEqual(echoed, { n: 1 });
});

test("stops an await at once, and keeps the values", async () => {
  await opened.runCell("const kept = 42;");
  assert.match(await opened.interrupted("await new Promise(() => undefined);"), /the cell was interrupted/);
  assert.equal(await opened.textOf("kept"), "42");
});

test("ends a loop together with the kernel, and says how to go on", async () => {
  assert.match(
    await opened.interrupted("while (true) {}"),
    /the values of all cells are gone.*Run All Above/,
  );
  assert.match(await opened.textOf("kept"), /Cannot find name 'kept'/);
  assert.equal(await opened.textOf("1 + 1"), "2");
});

test("leaves the console quiet", () => assert.deepEqual(opened.errors, []));
