// The activation functions: formula, derivative, figure, parameters, example, source.
import { entriesOf, library } from "../examples.mjs";
import { block, table } from "./markdown.mjs";
import { picturesOf } from "./pictures.mjs";

export async function activations() {
  const { nn, np, jax, plt } = library;
  const examples = new Map(entriesOf("nn").map(({ name, example }) => [name, example]));
  const sections = [];
  for (const f of nn.activations) {
    const parts = [`## ${f.name}`, f.summary, `\`nn.${f.signature}\``, `$$${f.latex}$$`];
    if (f.derivativeLatex) parts.push(`$$${f.derivativeLatex}$$`);
    if (f.kind === "elementwise") {
      const images = await picturesOf("nn", f.name, () => {
        const x = np.linspace(-5, 5, 201);
        plt.figure({ figsize: [4.8, 3.2] });
        plt.plot(x, f(x), { label: f.name });
        plt.plot(x, jax.vmap(jax.grad(f))(x), "--", { label: "derivative" });
        plt.legend();
        plt.show();
      });
      parts.push(...images);
    }
    const rows = f.parameters.map((p) => [
      `\`${p.name}\``,
      p.default,
      "min" in p ? `${p.min} … ${p.max}` : "true, false",
    ]);
    if (rows.length > 0) parts.push(table(["parameter", "default", "range of its slider"], rows));
    const example = examples.get(f.name);
    if (example) parts.push(block(example));
    parts.push(`[Source](${f.source}) · [JAX's page](${f.docs})`);
    sections.push(parts.join("\n\n"));
  }
  return [
    "# nn: the activation functions",
    "All of them are in `nn.activations`. Modules and layers are in [nn: modules](nn.md).",
    ...sections,
  ];
}
