// Starts a JupyterLab or Notebook 7 of its own for a test: free port, empty settings, a folder of notebooks that is thrown away.
import { spawn } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");

/** The `jupyter` to test: the one named in the variable JUPYTER, or that of the project's virtual environment. */
export function jupyterPath() {
  const path = process.env.JUPYTER ?? join(root, ".venv/bin/jupyter");
  if (!existsSync(path)) throw new Error(`No Jupyter at ${path}. Run npm run setup, or name one in JUPYTER.`);
  return path;
}

function freePort() {
  return new Promise((done, fail) => {
    const server = createServer();
    server.on("error", fail);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

/** User settings every test starts from: no news, no update checks, no dialogs. */
const quiet = {
  "@jupyterlab/apputils-extension/notification": { fetchNews: "false", checkForUpdates: false },
  "@jupyterlab/apputils-extension/kernels-settings": { showStatusBar: false },
};

/** Applications that show notebooks, by their commands, and the class of their settings. */
const applications = { lab: "LabApp", notebook: "JupyterNotebookApp" };

/**
 * Starts JupyterLab, or another application.
 *
 * @param options.application - `lab`, or `notebook` for Notebook 7. Default: `lab`.
 * @param options.notebooks - Files or folders copied into the server's root. Default: none.
 * @param options.settings - Settings by plugin, as { "@scope/package/plugin": {…} }. Default: none.
 * @param options.jupyter - The `jupyter` to run. Default: {@link jupyterPath}.
 * @param options.args - Further arguments. Default: none.
 * @param options.env - Further environment variables. Default: none.
 * @returns The server's `url`, its root folder `folder`, its `log()` so far, and `stop()`.
 */
export async function startLab({
  application = "lab",
  notebooks = [],
  settings = {},
  jupyter = jupyterPath(),
  args = [],
  env = {},
} = {}) {
  const home = await mkdtemp(join(tmpdir(), "tslinen-lab-"));
  const folder = join(home, "notebooks");
  await mkdir(folder);
  for (const path of notebooks) await cp(path, join(folder, path.split("/").pop()), { recursive: true });
  for (const [plugin, value] of Object.entries({ ...quiet, ...settings })) {
    const file = join(home, "settings", `${plugin}.jupyterlab-settings`);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, JSON.stringify(value));
  }

  const port = await freePort();
  const traits = applications[application];
  const child = spawn(
    jupyter,
    [
      application,
      "--no-browser",
      "--allow-root",
      `--ServerApp.port=${port}`,
      "--ServerApp.port_retries=0",
      `--ServerApp.root_dir=${folder}`,
      "--IdentityProvider.token=",
      "--ServerApp.password=",
      "--ServerApp.disable_check_xsrf=True",
      `--${traits}.expose_app_in_browser=True`,
      "--LabApp.extension_manager=readonly",
      `--${traits}.user_settings_dir=${join(home, "settings")}`,
      `--${traits}.workspaces_dir=${join(home, "workspaces")}`,
      ...args,
    ],
    {
      env: {
        ...process.env,
        JUPYTER_CONFIG_DIR: join(home, "config"),
        JUPYTER_RUNTIME_DIR: join(home, "runtime"),
        TSLINEN_HISTORY: join(home, "history.jsonl"),
        ...env,
      },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let log = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (log += chunk));
  const ended = new Promise((done) => child.on("exit", done));

  const stop = async () => {
    child.kill("SIGTERM");
    const timer = setTimeout(() => child.kill("SIGKILL"), 10_000);
    await ended;
    clearTimeout(timer);
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  };

  const url = `http://127.0.0.1:${port}`;
  const deadline = Date.now() + 60_000;
  for (;;) {
    const up = await fetch(`${url}/api/status`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (up) return { url, folder, log: () => log, stop };
    if (child.exitCode !== null || Date.now() > deadline) {
      await stop();
      throw new Error(`Jupyter did not start:\n${log}`);
    }
    await new Promise((done) => setTimeout(done, 100));
  }
}
