// The wheel, installed into clean virtual environments with each JupyterLab it promises to work with.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { after, before, test } from "node:test";
import { buildWheel } from "../../scripts/artifacts.mjs";
import { Lab } from "../harness/lab.mjs";
import { codeCell, vegaLite, writeNotebook } from "../harness/notebook.mjs";
import { foreign, themed } from "../harness/specs.mjs";

const python = process.env.PYTHON ?? "python3";
const run = (command, ...args) =>
  execFileSync(command, args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
let home;
let wheel;

before(async () => {
  home = await mkdtemp(join(tmpdir(), "tslinen-wheel-"));
  wheel = buildWheel(home);
});
after(() => home && rm(home, { recursive: true, force: true }));

/** Every file of the extension below an environment, and its package. */
async function traces(environment) {
  const share = join(environment, "share/jupyter");
  const files = (await readdir(share, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => relative(share, join(entry.parentPath ?? entry.path, entry.name)))
    .filter((path) => path.includes("tslinen"));
  return [...files, ...(run(join(environment, "bin/pip"), "list").match(/tslinen\S*/g) ?? [])];
}

for (const version of ["4.4", "4.5", "4.6"]) {
  test(`JupyterLab ${version} lists it as enabled and OK, draws, and forgets it`, async () => {
    const environment = join(home, version);
    run(python, "-m", "venv", environment);
    const pip = join(environment, "bin/pip");
    run(pip, "install", "-q", `jupyterlab==${version}.*`);
    run(pip, "install", "-q", "--no-deps", wheel);
    const jupyter = join(environment, "bin/jupyter");
    const list = execFileSync("sh", ["-c", `${jupyter} labextension list 2>&1`], { encoding: "utf8" });
    const line = list.split("\n").find((entry) => entry.includes("@tslinen/jupyterlab"));
    assert.match(line ?? list, /enabled.*OK.*\(python, tslinen-jupyterlab\)/);

    const lab = await Lab.start({ jupyter });
    try {
      await writeNotebook(join(lab.server.folder, "figures.ipynb"), [
        codeCell("themed", [vegaLite(themed)]),
        codeCell("altair", [{ "application/vnd.vegalite.v6.json": foreign }]),
      ]);
      await lab.open("figures.ipynb");
      await lab.figuresSettled(2);
      assert.equal(await lab.page.locator('.tsl-Figure[data-state="drawn"]').count(), 2);
      await lab.theme("JupyterLab Dark");
      await lab.command("tslinen:open-explorer");
      await lab.page.locator("#tslinen-explorer .mark-path path").first().waitFor();
      assert.deepEqual(lab.errors, []);
    } finally {
      await lab.stop();
    }

    run(pip, "uninstall", "-q", "-y", "tslinen-jupyterlab");
    assert.deepEqual(await traces(environment), []);
  });
}
