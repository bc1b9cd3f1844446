// Packs the library, installs it in an empty folder as a user would, and tries it there with tslab's own compiler:
// values, types, and the documentation that an editor shows.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { packTarball } from "./artifacts.mjs";
import { npm, root } from "./environment.mjs";

const folder = mkdtempSync(join(tmpdir(), "tslinen-package-"));
let passed = 0;
let failed = 0;
function check(name, problems) {
  if (problems.length === 0) passed += 1;
  else failed += 1;
  console.log(`${name}: ${problems.length === 0 ? "ok" : `\n  ${problems.slice(0, 60).join("\n  ")}`}`);
}

const cell = `import { np, jnp, jax, nn, plt } from "tslinen";
const key = jax.random.PRNGKey(123);
const x = np.linspace(-10, 10, 100, { dtype: np.float32 });
class LeakyReLU extends nn.Module {
  alpha = 0.1;
  __call__(x: np.ndarray) { return jnp.where(jnp.greater(x, 0), x, jnp.multiply(this.alpha, x)); }
}
const y: np.ndarray = new LeakyReLU({ alpha: 0.3 })(x);
const z: np.ndarray = nn.log_sigmoid(nn.logSigmoid(x));
plt.plot(x, y);
plt.legend(["leaky relu"], { loc: "upper left" });
`;

/** What TypeScript 5.0.4 says of the declarations themselves, without DOM and with nothing skipped. */
function declarationProblems(ts) {
  const file = join(folder, "cell.ts");
  writeFileSync(file, cell);
  const program = ts.createProgram([file], {
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2020,
    lib: ["lib.es2020.d.ts"],
    module: ts.ModuleKind.CommonJS,
    moduleResolution: ts.ModuleResolutionKind.Node10 ?? ts.ModuleResolutionKind.NodeJs,
    types: [],
  });
  return ts.getPreEmitDiagnostics(program).map((d) => {
    const where = d.file
      ? `${d.file.fileName}:${d.file.getLineAndCharacterOfPosition(d.start).line + 1} `
      : "";
    return where + ts.flattenDiagnosticMessageText(d.messageText, "\n");
  });
}

/** The public functions whose documentation, with an example, does not appear when the cursor rests on them. */
function undocumented(path, names, converter) {
  return Object.entries(names).flatMap(([name, value]) => {
    const full = `${path}.${name}`;
    if (isNamespace(value)) return undocumented(full, value, converter);
    if (typeof value !== "function") return [];
    const source = `import * as tslinen from "tslinen";\n${full}`;
    const info = converter.inspect("", source, source.length - 1);
    const isAlias = info?.documentation
      ?.map(({ text }) => text)
      .join("")
      .startsWith("The same as");
    const missing = [
      ...(info?.documentation?.length ? [] : ["text"]),
      ...(isClass(value) || isAlias || info?.tags?.some((tag) => tag.name === "example") ? [] : ["example"]),
    ];
    return missing.length > 0 ? [`${full}: no ${missing.join(", no ")}`] : [];
  });
}

const isClass = (value) => /^class\b/.test(Function.prototype.toString.call(value));

/** The results that stock tslab cannot carry to the next cell, because the library does not export their types. */
function unnameable(path, names, converter) {
  return Object.entries(names).flatMap(([name, value]) => {
    const full = `${path}.${name}`;
    if (isNamespace(value)) return unnameable(full, value, converter);
    if (typeof value !== "function" || isClass(value) || name.includes("_")) return [];
    const cell = `import * as tslinen from "tslinen";\nconst result = null as unknown as ReturnType<typeof ${full}>;`;
    const { diagnostics } = converter.convert("", cell);
    return diagnostics.length > 0 ? [`${full}: ${diagnostics[0].messageText}`] : [];
  });
}

/** Functions and classes that are called what no name of theirs is: a bundler's `sum4` or `_Axes`. */
function misnamed(path, names) {
  const exported = new Map();
  const visit = (inside, members) => {
    for (const [name, value] of Object.entries(members)) {
      if (isNamespace(value)) visit(`${inside}.${name}`, value);
      else if (typeof value === "function")
        exported.set(value, [...(exported.get(value) ?? []), `${inside}.${name}`]);
    }
  };
  visit(path, names);
  return [...exported]
    .filter(([value, places]) => !places.some((place) => place.endsWith(`.${value.name}`)))
    .map(([value, [place]]) => `${place} is called "${value.name}"`);
}

/** Namespaces are the bundler's plain objects of getters. */
const isNamespace = (value) =>
  typeof value === "object" &&
  value !== null &&
  Object.values(Object.getOwnPropertyDescriptors(value)).some(({ get }) => get);

try {
  writeFileSync(join(folder, "package.json"), "{}");
  npm("install", "--silent", "--ignore-scripts", "--prefix", folder, packTarball("kernel-lib", folder));

  process.chdir(folder);
  const load = createRequire(join(folder, "cell.js"));
  const library = load("tslinen");
  const early = Object.keys(load.cache).map((path) => basename(path, ".js"));
  check(
    "namespaces wait for their use",
    ["jax", "nn", "plt", "linalg", "npRandom"].filter((part) => early.includes(part)),
  );
  check(
    "the installed package loads",
    library.nn?.relu && library.nn.log_sigmoid ? [] : ["nn.relu or nn.log_sigmoid is missing"],
  );

  const drawn = [library.plt.gca(), ...library.plt.plot([1, 2]), library.plt.scatter([1], [2])];
  check("functions, classes and artists have their own names", [
    ...misnamed("tslinen", library),
    ...drawn.map((value) => value.constructor.name).filter((name) => name.startsWith("_")),
  ]);

  const require = createRequire(join(root, "packages/kernel/package.json"));
  check(
    "its declarations compile under TypeScript 5.0.4",
    declarationProblems(require("@tslab/typescript-for-tslab")),
  );

  const converter = require("tslab/dist/converter").createConverter({ isJS: false, isBrowser: false });
  const { diagnostics } = converter.convert("", cell);
  check(
    "a cell that uses it compiles in tslab",
    diagnostics.map((d) => `${d.start.line + 1}: ${d.messageText}`),
  );
  check(
    "every public function shows its documentation and an example",
    undocumented("tslinen", library, converter),
  );
  check("every result can be kept in a variable", unnameable("tslinen", library, converter));
  converter.close();

  const { allExamples, library: built, runExample } = await import("./examples.mjs");
  const comm = { id: "comm", send() {}, close() {}, onMessage() {}, onClose() {} };
  const comms = { open: () => comm, registerTarget() {} };
  globalThis[Symbol.for("tslinen.host")] = { display() {}, atCellEnd() {}, comms };
  for (const entry of allExamples()) {
    const problems = await runExample(entry);
    built.plt.close("all");
    if (problems.length > 0) console.log(`  ${entry.space}.${entry.name}: ${problems.join("; ")}`);
    if (problems.length > 0) failed += 1;
    else passed += 1;
  }
} finally {
  process.chdir(root);
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
