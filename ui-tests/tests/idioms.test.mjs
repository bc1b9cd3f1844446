// A newcomer's notebook: what ipywidgets' documentation teaches, cell by cell, in a JupyterLab.
import assert from "node:assert/strict";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { idiomCells, problemsOf } from "../harness/idioms.mjs";
import { Lab } from "../harness/lab.mjs";
import { typescript, writeNotebook } from "../harness/notebook.mjs";

let lab;

before(async () => {
  const path = join(await mkdtemp(join(tmpdir(), "idioms-")), "idioms.ipynb");
  await writeNotebook(path, idiomCells(), typescript);
  lab = await Lab.start({ notebooks: [path], viewport: { width: 1280, height: 1000 } });
});
after(() => lab?.stop());

test("every idiom runs and is seen", async () => {
  await lab.open("idioms.ipynb");
  await lab.runAll();
  assert.deepEqual(await problemsOf(lab), []);
  assert.deepEqual(lab.errors, []);
});
