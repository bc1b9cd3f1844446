// Builds the pages in docs/ that follow from the code: `npm run docs`.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { entriesOf, library, runExample } from "./examples.mjs";
import { fail, root } from "./environment.mjs";

const docs = join(root, "docs");
const pictures = join(docs, "pictures");
const notice = "<!-- Built from the code by `npm run docs`. -->";
const shown = [];
globalThis[Symbol.for("tslinen.host")] = { display: (bundle) => shown.push(bundle) };

/** Writes a figure's picture, and returns the Markdown that shows it. */
function picture(bundle, name) {
  writeFileSync(join(pictures, `${name}.png`), Buffer.from(bundle["image/png"], "base64"));
  return `<img src="pictures/${name}.png" alt="${name}" width="480">`;
}

const block = (code) => `\`\`\`ts\n${code}\n\`\`\``;

/** The drawing functions of plt, each with what its example draws. */
async function gallery() {
  const sections = [];
  const seen = new Set();
  for (const entry of entriesOf("plt")) {
    if (!entry.example || seen.has(entry.example)) continue;
    seen.add(entry.example);
    shown.length = 0;
    const problems = await runExample(entry);
    if (problems.length > 0) fail(`the example of plt.${entry.name}: ${problems.join("; ")}`);
    library.plt.show();
    const figures = shown.filter((bundle) => bundle["image/png"]);
    const images = figures.map((bundle, i) => picture(bundle, `plt-${entry.name}${i > 0 ? `-${i}` : ""}`));
    const text = entry.summary.replace(/\{@link (\S+?)\}/g, "`$1`");
    sections.push([`## ${entry.name}`, text, block(entry.example), ...images].join("\n\n"));
  }
  return [
    notice,
    "# plt: the gallery",
    "Every function with the example of its documentation, and what it draws.",
    ...sections,
  ];
}

/** The activation functions: formula, derivative, figure, parameters, source. */
function activations() {
  const { nn, np, jax, plt } = library;
  const sections = nn.activations.map((f) => {
    const parts = [`## ${f.name}`, f.summary, `\`${f.signature}\``, `$$${f.latex}$$`];
    if (f.derivativeLatex) parts.push(`$$${f.derivativeLatex}$$`);
    if (f.kind === "elementwise") {
      const x = np.linspace(-5, 5, 201);
      shown.length = 0;
      plt.figure({ figsize: [4.8, 3.2] });
      plt.plot(x, f(x), { label: f.name });
      plt.plot(x, jax.vmap(jax.grad(f))(x), "--", { label: "derivative" });
      plt.legend();
      plt.show();
      parts.push(picture(shown[0], `nn-${f.name}`));
    }
    const rows = f.parameters.map(
      (p) => `| \`${p.name}\` | ${p.default} | ${"min" in p ? `${p.min} … ${p.max}` : "true, false"} |`,
    );
    if (rows.length > 0)
      parts.push(["| parameter | default | range of its slider |", "|---|---|---|", ...rows].join("\n"));
    parts.push(`[Source](${f.source}) · [JAX's page](${f.docs})`);
    return parts.join("\n\n");
  });
  return [notice, "# nn: the activation functions", ...sections];
}

rmSync(pictures, { recursive: true, force: true });
mkdirSync(pictures, { recursive: true });
for (const [page, parts] of [
  ["gallery.md", await gallery()],
  ["activations.md", activations()],
]) {
  writeFileSync(join(docs, page), `${parts.join("\n\n")}\n`);
}
