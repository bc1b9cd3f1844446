// The wheel, installed into clean virtual environments with each JupyterLab and Notebook it promises to work with.
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
  const shared = ["share/jupyter", "etc/jupyter"].map((folder) =>
    readdir(join(environment, folder), { recursive: true, withFileTypes: true }),
  );
  const files = (await Promise.all(shared))
    .flat()
    .filter((entry) => entry.isFile())
    .map((entry) => relative(environment, join(entry.parentPath ?? entry.path, entry.name)))
    .filter((path) => path.includes("tslinen"));
  return [...files, ...(run(join(environment, "bin/pip"), "list").match(/tslinen\S*/g) ?? [])];
}

/** A fresh environment with a package of pip's and the wheel. */
function environmentOf(requirement) {
  const environment = join(home, requirement);
  run(python, "-m", "venv", environment);
  const [pip, jupyter] = ["pip", "jupyter"].map((name) => join(environment, "bin", name));
  run(pip, "install", "-q", requirement);
  run(pip, "install", "-q", "--no-deps", wheel);
  return { environment, pip, jupyter };
}

const figures = [
  codeCell("themed", [vegaLite(themed)]),
  codeCell("altair", [{ "application/vnd.vegalite.v6.json": foreign }]),
];

for (const version of ["4.4", "4.5", "4.6"]) {
  test(`JupyterLab ${version} lists it as enabled and OK, draws, and forgets it`, async () => {
    const { environment, pip, jupyter } = environmentOf(`jupyterlab==${version}.*`);
    const list = execFileSync("sh", ["-c", `${jupyter} labextension list 2>&1`], { encoding: "utf8" });
    const line = list.split("\n").find((entry) => entry.includes("@tslinen/jupyterlab"));
    assert.match(line ?? list, /enabled.*OK.*\(python, tslinen-jupyterlab\)/);
    const servers = execFileSync("sh", ["-c", `${jupyter} server extension list 2>&1`], { encoding: "utf8" });
    assert.match(servers, /tslinen_jupyterlab .*OK/);

    const lab = await Lab.start({ jupyter });
    try {
      await writeNotebook(join(lab.server.folder, "figures.ipynb"), figures);
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

for (const version of ["7.4", "7.6"]) {
  test(`Notebook ${version} draws, and opens panels below the notebook`, async () => {
    const { jupyter } = environmentOf(`notebook==${version}.*`);
    const lab = await Lab.start({ application: "notebook", path: "/tree", jupyter });
    try {
      await writeNotebook(join(lab.server.folder, "figures.ipynb"), figures);
      const page = await lab.newPage({ width: 1280, height: 900 }, "/notebooks/figures.ipynb");
      await lab.figuresSettled(2);
      assert.equal(await page.locator('.tsl-Figure[data-state="drawn"]').count(), 2);

      await page.locator(".tsl-Figure").first().hover();
      await page.getByRole("button", { name: "Show Figure Data" }).first().click();
      const below = page.locator("#jp-down-stack");
      const rows = below.locator(".tsl-Data-table:visible").first().locator("tbody tr");
      await rows.first().waitFor();
      assert.equal(await rows.count(), 101);
      await lab.command("tslinen:open-explorer");
      await below.locator("#tslinen-explorer .mark-path path").first().waitFor();
      assert.ok((await below.locator("#tslinen-explorer").boundingBox()).height > 300);
      // The settings of Notebook 7.6 itself fail so without the extension, too.
      assert.deepEqual(
        lab.errors.filter((error) => !error.includes("(reading 'schema')")),
        [],
      );
    } finally {
      await lab.stop();
    }
  });
}
