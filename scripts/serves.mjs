// Starts JupyterLab by `npm start`, as the README says, and checks that it serves the first lesson.
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { fail, root } from "./environment.mjs";

const port = await new Promise((resolve) => {
  const server = createServer().listen(0, "127.0.0.1", () => {
    const free = server.address().port;
    server.close(() => resolve(free));
  });
});
const arguments_ = [
  "start",
  "--",
  "--no-browser",
  "--port",
  `${port}`,
  "--IdentityProvider.token=",
  "--ServerApp.port_retries=0",
];
const lab = spawn("npm", arguments_, { cwd: root, stdio: ["ignore", "inherit", "inherit"], detached: true });
let ended = false;
lab.on("exit", () => (ended = true));
const deadline = Date.now() + 15 * 60_000;
let answers = "";
while (!answers && !ended && Date.now() < deadline) {
  await new Promise((resolve) => setTimeout(resolve, 1000));
  answers = await fetch(`http://127.0.0.1:${port}/lab/tree/activation-functions.ipynb`)
    .then((response) => (response.ok ? response.text() : ""))
    .catch(() => "");
}
if (!ended) process.kill(-lab.pid, "SIGTERM");
if (!answers.includes("jupyter-config-data")) fail("npm start did not serve JupyterLab");
console.log("npm start serves JupyterLab on the first lesson");
