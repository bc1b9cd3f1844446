// Writes the documentation as HTML with a search: the pages of docs, and every public name from the built declarations.
import { copyFileSync, existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { Application, Converter, PageEvent, ReflectionKind } from "typedoc";
import { fail, root } from "../environment.mjs";
import { pictureFile } from "../docs/pictureFile.mjs";
import { checkNames, missedBySearch } from "./names.mjs";

/** The modules that are documented, by their entry points. */
const modules = {
  "packages/kernel-lib/dist/index.d.ts": "tslinen",
  "packages/kernel/dist/index.d.ts": "@tslinen/kernel",
};

/** Pages in the order in which one reads them. */
const first = [
  "docs/install.md",
  "docs/coming-from-python.md",
  "docs/training-from-scratch.md",
  "docs/widgets.md",
  "docs/remote.md",
  "docs/api/np.md",
  "docs/api/jax.md",
  "docs/api/lax.md",
  "docs/api/scipy.md",
  "docs/api/activations.md",
  "docs/api/nn.md",
  "docs/api/optax.md",
  "docs/api/flax.md",
  "docs/api/plt.md",
  "docs/api/data.md",
  "docs/api/kernel.md",
  "docs/api/extension.md",
];

/** Pages for those who work on the project, after all others. */
const last = ["docs/architecture.md", "CONTRIBUTING.md", "CHANGELOG.md"];

/** All pages. */
function pagesOfDocs() {
  const found = ["docs", "docs/api"].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith(".md"))
      .map((name) => `${folder}/${name}`),
  );
  const others = found.filter((page) => page !== "docs/README.md" && !last.includes(page));
  return [...new Set([...first, ...others, ...last])];
}

/** The address of a lesson, seen from the documentation's folder. */
const lessonAt = (name) => `../lite/lab/index.html?path=${name}`;

/** Stands for the lessons in the pages' heads, which are the same at every depth. */
const lessonsLink = "lessons:";

/** What a page of TypeDoc's lacks for readers who do not see it: which part is the page's own, and an order of headings. */
function accessible(html, url) {
  const marked = html
    .replace('<div class="col-content">', '<div class="col-content" role="main">')
    .replace(
      '<div class="col-sidebar">',
      '<div class="col-sidebar" role="complementary" aria-label="Beside the page">',
    )
    .replace('<nav id="tsd-sidebar-links"', '<nav id="tsd-sidebar-links" aria-label="Links"');
  return url.startsWith("functions/") ? marked.replaceAll("<h4", '<h4 aria-level="2"') : marked;
}

/** What the example of a function draws, below what the function does. */
function withPicture(html, url, out) {
  const [, namespace, name] = /^(?:functions|classes)\/tslinen\.(plt|nn)\.(\w+)\.html$/.exec(url) ?? [];
  if (!name) return html;
  const picture = pictureFile(namespace, name);
  const source = join(root, "docs/pictures", picture);
  if (!existsSync(source)) return html;
  mkdirSync(join(out, "media"), { recursive: true });
  copyFileSync(source, join(out, "media", picture));
  const image = `<p><img src="../media/${picture}" alt="What the example of ${namespace}.${name} draws" width="480"></p>`;
  return html.replace(
    /<div class="tsd-parameters">|<h4[^>]* class="tsd-returns-title">|<\/section>/,
    `${image}$&`,
  );
}

/** Pages whose examples go on with one another, from the page's top to its end. */
const goesOn = /^documents\/(?:Coming_from_Python|Training_a_network_from_scratch)\.html$/;
/** Pages of what a page without a notebook cannot show, or what is Node.js's alone. */
const needsNotebook =
  /^documents\/(?:widgets|The_kernel|Architecture|Contributing|Changelog)|tslinen\.(?:widgets\b|interact)|^\w+\/_tslinen_/i;

/** Marks the examples of a page that a reader can run there, and loads what gives them their buttons. */
function withRuns(html, url) {
  if (needsNotebook.test(url)) return html;
  const way = goesOn.test(url) ? "after" : "alone";
  const marked = html.replaceAll(/<pre>(?=<code class="(?:ts|typescript)")/g, `<pre data-run="${way}">`);
  if (marked === html) return html;
  const up = "../".repeat(url.split("/").length - 1);
  return marked.replace("</head>", `<script type="module" src="${up}../live/buttons.js"></script></head>`);
}

/** The heading with which a page begins. */
const headingOf = (text) => /^# (.+)$/m.exec(text)?.[1].replaceAll("`", "");

/**
 * Writes the documentation into a folder.
 *
 * @param out the folder
 */
export async function writeDocumentation(out) {
  const app = await Application.bootstrap({
    name: "tslinen",
    entryPoints: Object.keys(modules).map((path) => join(root, path)),
    tsconfig: join(root, "scripts/site/tsconfig.json"),
    projectDocuments: pagesOfDocs().map((page) => join(root, page)),
    readme: join(root, "docs/README.md"),
    customCss: join(root, "scripts/site/documentation.css"),
    basePath: root,
    disableSources: true,
    disableGit: true,
    skipErrorChecking: true,
    excludePrivate: true,
    excludeInternal: true,
    searchInComments: true,
    searchInDocuments: true,
    hideGenerator: true,
    sort: ["source-order"],
    logLevel: "Warn",
    highlightLanguages: [
      "typescript",
      "javascript",
      "json",
      "bash",
      "shell",
      "python",
      "dockerfile",
      "yaml",
      "ini",
      "console",
      "mermaid",
    ],
    navigationLinks: { Lessons: lessonsLink },
    validation: { invalidLink: true, rewrittenLink: false, notExported: false, notDocumented: false },
  });
  app.converter.on(Converter.EVENT_CREATE_DOCUMENT, (_, document) => {
    const heading = headingOf(document.content.map(({ text }) => text).join(""));
    if (heading) document.name = heading;
  });
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    for (const module of project.getReflectionsByKind(ReflectionKind.Module)) {
      const [, name] = Object.entries(modules).find(([path]) => path.includes(module.name)) ?? [];
      if (name) module.name = name;
    }
  });
  // Lessons open in JupyterLite, not as the files that they are.
  app.renderer.on(PageEvent.END, (page) => {
    const up = "../".repeat(page.url.split("/").length - 1);
    if (page.contents)
      page.contents = withRuns(withPicture(accessible(page.contents, page.url), page.url, out), page.url);
    page.contents = page.contents
      ?.replaceAll(`"${lessonsLink}"`, `"${up}${lessonAt("activation-functions.ipynb")}"`)
      .replaceAll(/"(?:\.\.\/)*media\/([\w-]+\.ipynb)"/g, (_, name) => `"${up}${lessonAt(name)}"`);
  });
  const project = await app.convert();
  if (!project) fail("the documentation could not be read");
  const { names, count, gaps } = checkNames(project);
  if (gaps.length > 0) fail(`the documentation has gaps:\n${gaps.join("\n")}`);
  await app.generateDocs(project, out);
  if (app.logger.hasErrors()) fail("the documentation could not be written");
  const missed = missedBySearch(names, out);
  if (missed.length > 0) fail(`the documentation is hard to find:\n${missed.join("\n")}`);
  console.log(
    `tslinen: each of the ${names.length} public names has its page and is found; ${count} functions say what they do, with an example`,
  );
}
