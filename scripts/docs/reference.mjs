// Pages that follow from declarations: every function with its call, parameters, errors, example and source.
import { join } from "node:path";
import { root } from "../environment.mjs";
import { entriesIn, entriesOf, library } from "../examples.mjs";
import { callsOf, fieldsOf } from "./calls.mjs";
import { block, prose } from "./markdown.mjs";
import { optionLines } from "./options.mjs";

/** What there is to know of a function or a class, with the pictures of what its example draws. */
export function section(entry, prefix, pictures = []) {
  const calls = callsOf(entry, prefix);
  const tags = (kind) => entry.tags.filter((tag) => tag.kind === kind);
  const lines = [
    ...fieldsOf(entry).map(({ name, text }) => `- \`${name}\`: ${prose(text)}`),
    ...tags("param").map(({ name, text }) => `- \`${name}\`: ${prose(text)}`),
    ...tags("returns").map(({ text }) => `- Returns: ${prose(text)}`),
    ...tags("throws").map(({ text }) => `- Throws: ${prose(text)}`),
  ];
  const sources = tags("see").map(({ text }) => `[Source](${text})`);
  return [
    `## ${prefix}${entry.name}`,
    prose(entry.summary),
    calls.map((call) => `\`${call}\``).join("\n\n"),
    ...(lines.length > 0 ? [lines.join("\n")] : []),
    ...optionLines(entry, calls),
    ...(entry.example ? [block(entry.example)] : []),
    ...pictures,
    ...(sources.length > 0 ? [sources.join(" · ")] : []),
  ].join("\n\n");
}

/** Constants without an example, and second spellings, have no section. */
const hasSection = ({ example, declaration }) => example && !/: typeof \w+;$/.test(declaration);

/** The sections of a page, one for each entry. */
export const sectionsOf = (entries, prefix) =>
  entries.filter(hasSection).map((entry) => section(entry, prefix));

/** Links to the sections of a page, for those who know what they look for. */
export const index = (entries, prefix) =>
  entries
    .filter(hasSection)
    .map(({ name }) => `[${name}](#${(prefix + name).replaceAll(".", "").toLowerCase()})`)
    .join(" · ");

export function np() {
  const entries = entriesOf("np").sort((a, b) => a.name.localeCompare(b.name));
  return [
    "# np and jnp: arrays",
    "`np` and `jnp` are the same functions. Arrays are float32 unless asked otherwise, and never change: every function returns a new one. Arrays have most of these as methods too: `x.mul(2).sum()`.",
    "Names are written as TypeScript's habit is, `np.zerosLike`; NumPy's own spelling, `np.zeros_like`, works as well.",
    index(entries, "np."),
    ...sectionsOf(entries, "np."),
    ...sectionsOf(entriesOf("linalg"), "np.linalg."),
    ...sectionsOf(entriesOf("npRandom"), "np.random."),
  ];
}

export function jax() {
  return [
    "# jax: derivatives and random numbers",
    ...sectionsOf(entriesOf("jax"), "jax."),
    ...sectionsOf(entriesOf("config"), "jax.config."),
    ...sectionsOf(entriesOf("debug"), "jax.debug."),
    ...sectionsOf(entriesOf("tree"), "jax.tree."),
    ...sectionsOf(entriesOf("treeUtil"), "jax.treeUtil."),
    ...sectionsOf(entriesOf("random"), "jax.random."),
  ];
}

export function lax() {
  const entries = entriesOf("lax").sort((a, b) => a.name.localeCompare(b.name));
  return [
    "# jax.lax: loops and branches, and what np is made of",
    "Loops and branches that compiled programs keep (`scan`, `whileLoop`, `foriLoop`, `cond`), and JAX's own operations, which convert no dtypes and repeat nothing by themselves.",
    index(entries, "jax.lax."),
    ...sectionsOf(entries, "jax.lax."),
  ];
}

export function scipy() {
  return [
    "# jax.scipy: special functions, linear algebra",
    "Functions named and called as in SciPy; `np.linalg` has [those named as in NumPy](np.md#nplinalgcholesky).",
    ...sectionsOf(entriesOf("special"), "jax.scipy.special."),
    ...sectionsOf(entriesOf("scipyLinalg"), "jax.scipy.linalg."),
  ];
}

export function nn() {
  const activations = new Set(library.nn.activations.map(({ name }) => name));
  const modules = entriesOf("nn").filter(({ name }) => !activations.has(name));
  return [
    "# nn: modules, layers, initializers",
    "The activation functions have [a page of their own](activations.md).",
    ...sectionsOf(modules, "nn."),
    ...sectionsOf(entriesOf("initializers"), "nn.initializers."),
  ];
}

export function data() {
  return [
    "# data, metrics, progress",
    "Sets come as arrays: points and classes made from a key, two small sets that come with the library, and readers of files. `data.split` keeps some examples for testing, `data.batches` goes through the others.",
    ...sectionsOf(entriesOf("data"), "data."),
    ...sectionsOf(entriesOf("metrics"), "metrics."),
    ...sectionsOf(
      entriesOf("display").filter(({ name }) => name === "progress"),
      "",
    ),
  ];
}

export function optax() {
  const entries = [...entriesOf("optax"), ...entriesOf("losses")].sort((a, b) =>
    a.name.localeCompare(b.name),
  );
  return [
    "# optax: optimisers, schedules, losses",
    "An optimiser is a pair of functions: `init` makes a state for parameters, `update` turns gradients into changes. Options are written by name, in either spelling: `optax.adam(0.01, { b1: 0.9 })`. What is written `update(grads, state, params, value=loss)` in Python is `update(grads, state, params, { value: loss })`. `optax.schedules` and `optax.transforms` hold functions of this page under their newer names, `optax.treeUtils` those of `optax.tree` under their older ones. [What is left out of optax](optax-names.md).",
    index(entries, "optax."),
    ...sectionsOf(entries, "optax."),
    ...sectionsOf(entriesOf("contrib"), "optax.contrib."),
    ...sectionsOf(entriesOf("projections"), "optax.projections."),
    ...sectionsOf(entriesOf("perturbations"), "optax.perturbations."),
    ...sectionsOf(entriesOf("trees"), "optax.tree."),
  ];
}

export function flax() {
  return [
    "# flax and safetensors: the state of training, saving",
    "`flax` holds what pasted code imports from Flax; `flax.linen` is [`nn`](nn.md). Arrays by themselves are saved by [`np.save` and `np.savez`](np.md#npsave).",
    ...sectionsOf(entriesOf("safetensors"), "safetensors."),
    ...sectionsOf(entriesOf("trainState"), "flax.training."),
    ...sectionsOf(entriesOf("checkpoints"), "flax.training.checkpoints."),
    ...sectionsOf(entriesOf("serialization"), "flax.serialization."),
    ...sectionsOf(entriesOf("traverseUtil"), "flax.traverseUtil."),
    ...sectionsOf(entriesOf("core"), "flax.core."),
  ];
}

export function kernelFunctions() {
  return sectionsOf(entriesIn(join(root, "packages/kernel/dist/index.d.ts")), "");
}
