// Builds the lessons in JupyterLite, with the kernel for the browser and our extension.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { findPython, root, run, venvProgram } from "../environment.mjs";
import { installPython } from "../setup.mjs";

/** The environment of JupyterLite's tools: apart from the one whose JupyterLab we work in. */
const environment = join(root, ".venv-site");
const work = join(root, ".cache/site");

const extensions = {
  "@tslinen/jupyterlab": "packages/jlab-ext/tslinen_jupyterlab/labextension",
  "@tslinen/lite": "packages/lite/tslinen_lite/labextension",
  "@jupyter-widgets/jupyterlab-manager":
    ".venv-site/share/jupyter/labextensions/@jupyter-widgets/jupyterlab-manager",
};

/** The applications of JupyterLite that the site has. */
const apps = ["lab", "notebooks", "tree"];

/** A PNG of 64 by 64 pixels as an icon file, which holds it as it is. */
function iconOf(png) {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2); // an icon
  head.writeUInt16LE(1, 4); // of one picture
  head.set([64, 64, 0, 0, 1, 0, 32, 0], 6); // its size, and 32 bits for each pixel
  head.writeUInt32LE(png.length, 14);
  head.writeUInt32LE(head.length, 18);
  return Buffer.concat([head, png]);
}

/** Extensions of JupyterLab that lessons have no use for: each takes time as a page starts. */
const unused = [
  "celltags",
  "debugger",
  "extensionmanager",
  "hub",
  "javascript",
  "terminal",
  "vega5",
  "workspaces",
].map((name) => `@jupyterlab/${name}-extension`);

/** What the pages of JupyterLite are told. */
const pages = {
  "jupyter-lite-schema-version": 0,
  "jupyter-config-data": {
    appName: "tslinen",
    defaultKernelName: "tslinen",
    terminalsAvailable: false,
    // The site has a service worker of its own (offline.mjs), and only one can serve a page.
    // And the lessons are the site's own: whether they are trusted is no question to a reader.
    disabledExtensions: [
      "@jupyterlite/application-extension:service-worker-manager",
      "@jupyter-notebook/notebook-extension:trusted",
      ...unused,
    ],
    // Tests reach the application by it.
    exposeAppInBrowser: true,
  },
};

/** Settings that differ from JupyterLab's: the theme follows the reader's system, as the pages around it do. */
const settings = { "@jupyterlab/apputils-extension:themes": { "adaptive-theme": true } };

const ofNode = /^import \{([^}]*)\} from "node:[^"]*";\n?/gm;

/** An output without the picture of a figure that the page draws itself: pictures are most of what is loaded of a lesson. */
function withoutPicture(output) {
  if (!output.data?.["application/vnd.vegalite.v6+json"]) return output;
  const data = Object.entries(output.data).filter(([type]) => !type.startsWith("image/"));
  return { ...output, data: Object.fromEntries(data) };
}

/**
 * A lesson for the browser: without imports of Node.js's modules, and what needs them is shown, and cannot be run; and
 * without pictures of figures.
 */
export function lessonForBrowser(notebook) {
  const sourceOf = (cell) => [cell.source].flat().join("");
  const names = notebook.cells
    .filter((cell) => cell.cell_type === "code")
    .flatMap((cell) => [...sourceOf(cell).matchAll(ofNode)].flatMap(([, list]) => list.split(",")))
    .map((name) => name.trim());
  const uses = (code) => names.some((name) => new RegExp(`(?<![.\\w])${name}\\(`).test(code));
  const cells = notebook.cells.map((cell) => {
    if (cell.cell_type !== "code") return cell;
    const source = sourceOf(cell);
    const rest = source.replace(ofNode, "");
    if (!uses(rest)) return { ...cell, source: rest, outputs: cell.outputs.map(withoutPicture) };
    const text = `This cell needs files, which the kernel for Node.js has:\n\n\`\`\`typescript\n${source}\n\`\`\``;
    return { cell_type: "markdown", id: cell.id, metadata: {}, source: text };
  });
  return { ...notebook, cells };
}

/**
 * Builds the lessons into a folder.
 *
 * @param out the folder
 */
export function buildLessons(out) {
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  run(findPython(), ["-m", "venv", environment]);
  installPython("JupyterLite", join(root, "scripts/requirements-site.txt"), environment);
  for (const [name, folder] of Object.entries(extensions)) {
    cpSync(join(root, folder), join(work, "extensions", name), { recursive: true });
  }
  mkdirSync(join(work, "lessons"));
  for (const name of readdirSync(join(root, "notebooks")).filter((name) => name.endsWith(".ipynb"))) {
    const notebook = JSON.parse(readFileSync(join(root, "notebooks", name), "utf8"));
    writeFileSync(join(work, "lessons", name), JSON.stringify(lessonForBrowser(notebook)));
  }
  const config = {
    LiteBuildConfig: {
      contents: [join(work, "lessons")],
      output_dir: out,
      apps,
      no_sourcemaps: true,
      ignore_sys_prefix: true,
    },
    FederatedExtensionAddon: { extra_labextensions_path: [join(work, "extensions")] },
  };
  writeFileSync(join(work, "jupyter_lite_config.json"), JSON.stringify(config));
  writeFileSync(join(work, "jupyter-lite.json"), JSON.stringify(pages));
  writeFileSync(join(work, "overrides.json"), JSON.stringify(settings));
  run(venvProgram(environment, "jupyter"), ["lite", "build"], {
    cwd: work,
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, PYTHONWARNINGS: "ignore" },
  });
  // What its own build is made with, and nothing asks for.
  for (const name of [
    "rspack.config.js",
    "rspack.config.analyze.js",
    "rspack.config.watch.js",
    "service-worker.js",
  ]) {
    rmSync(join(out, name), { force: true });
  }
  // JupyterLab's own icon is a twentieth of all that is loaded up to the first figure.
  const icon = iconOf(readFileSync(join(root, "packages/kernel/kernelspec/logo-64x64.png")));
  for (const app of apps) writeFileSync(join(out, app, "favicon.ico"), icon);
}
