import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { rollup } from "rollup";
import { dts } from "rollup-plugin-dts";
import ts from "typescript";
import { withFunctionsBound } from "./bound.mjs";
import { withSnakeMembers } from "./members.mjs";
import { withMethodsWrittenOut } from "./methods.mjs";

/**
 * Rolls the compiler's declarations into one file a namespace (dist/np.d.ts, …) that dist/index.d.ts joins.
 *
 * An editor shows a constant's documentation only where it is declared and exported in one statement, so export lists
 * are folded back into the declarations, and aliases become declarations of their own with a copy of the text. Types
 * that results have are exported as types, or tslab could not carry such a result to the next cell.
 */
export async function writeDeclarations(root, namespaces) {
  const declarations = join(root, ".cache/declarations");
  const input = { display: join(declarations, "display/index") };
  for (const [name, { path }] of namespaces) input[name] = join(declarations, path);
  const build = await rollup({
    input: Object.fromEntries(Object.entries(input).map(([name, path]) => [name, `${path}.d.ts`])),
    plugins: [namespacesApart(input), dts()],
    preserveEntrySignatures: "allow-extension",
  });
  const { output } = await build.write({
    dir: join(root, "dist"),
    entryFileNames: "[name].d.ts",
    minifyInternalExports: false,
    manualChunks: (id) =>
      rooms.find(({ pattern }) => pattern.test(id))?.namespace ??
      Object.keys(input).find((name) => `${input[name]}.d.ts` === id),
  });
  await build.close();
  copyFileSync(join(declarations, "index.d.ts"), join(root, "dist/index.d.ts"));
  await writePayloads(root, declarations);
  for (const { fileName } of output) {
    const path = join(root, "dist", fileName);
    const aliases = namespaces.get(fileName.replace(/\.d\.ts$/, ""))?.aliases ?? [];
    const rolledUp = readFileSync(path, "utf8");
    const bound =
      fileName === "plt.d.ts" ? withFunctionsBound(path, rolledUp, namespaces.get("plt").options) : rolledUp;
    const text = withOwnTypeNames(exportInPlace(bound, aliases, namespaces));
    const whole =
      fileName === "np.d.ts" ? withMethodsWrittenOut(path, text, "ArrayMethods", "ndarray") : text;
    writeFileSync(path, withTypesExported(withSnakeMembers(path, whole, spelledTwice)));
  }
}

/**
 * Names types as they are exported, which {@link withTypesExported} sees to, where a global one of the same name made the roll-up number them: messages
 * of the compiler spoke of `ArrayLike$1`.
 */
function withOwnTypeNames(text) {
  const numbered = [...text.matchAll(/^export \{ (\w+)\$1 as \1 \};$/gm)].map(([, name]) => name);
  return numbered
    .filter((name) => !text.includes(` ${name}<`))
    .reduce(
      (all, name) =>
        all
          .replace(`export { ${name}$1 as ${name} };\n`, "")
          .replaceAll(new RegExp(`\\b${name}\\$1`, "g"), name),
      text,
    );
}

/** The classes whose members can be read in Python's spelling, as `addSnakeNames` has it. */
const spelledTwice = {
  ndarray: { fields: false },
  Module: { fields: false },
  RNNCellBase: { fields: false },
  SingleStateCell: { fields: false },
  MemoryCell: { fields: false },
  ConvLSTMCell: { fields: false },
  TrainState: { fields: true },
  LineLooks: { fields: false },
  TextLooks: { fields: false },
  TickLabel: { fields: false },
};

/** Declares what front ends read our outputs with: a file of its own, which refers to no other. */
async function writePayloads(root, declarations) {
  const build = await rollup({ input: join(declarations, "payloads/index.d.ts"), plugins: [dts()] });
  await build.write({ file: join(root, "dist/payloads.d.mts") });
  await build.close();
}

/** Where types that several namespaces share are declared. */
const rooms = [
  { pattern: /[\\/]display[\\/]/, namespace: "display" },
  { pattern: /[\\/]widgets[\\/]/, namespace: "widgets" },
  { pattern: /[\\/]nn[\\/]initializers?\.d\.ts$/, namespace: "initializers" },
  {
    pattern: /[\\/]transform[\\/](?!treeFunctions|treeUtil|debug|config)|[\\/]jax\.d\.ts$/,
    namespace: "jax",
  },
  { pattern: /[\\/]random[\\/]/, namespace: "random" },
  { pattern: /[\\/]nn[\\/](?!errors|\w*[iI]nitializer)/, namespace: "nn" },
  { pattern: /[\\/]optax[\\/]losses[\\/]/, namespace: "losses" },
  { pattern: /[\\/]optax[\\/]trees[\\/]/, namespace: "trees" },
  {
    pattern: /[\\/]optax[\\/](?!contrib[\\/]|perturbations|projections|allSchedules|transforms|treeUtils)/,
    namespace: "optax",
  },
  { pattern: /[\\/]linalg[\\/]scipy[\\/]/, namespace: "scipyLinalg" },
  { pattern: /[\\/]linalg[\\/](?!polyfit)/, namespace: "linalg" },
  { pattern: /[\\/]np[\\/]special\w*\.d\.ts$/, namespace: "special" },
  { pattern: /[\\/](expr|array|ops|np|linalg)[\\/]|[\\/]np\.d\.ts$/, namespace: "np" },
];

/** Keeps each namespace in its own file: jax refers to random there instead of taking its declarations in. */
function namespacesApart(input) {
  const names = new Map(Object.entries(input).map(([name, path]) => [path, name]));
  return {
    name: "namespaces-apart",
    resolveId(source, importer) {
      if (!importer || !names.has(importer.replace(/\.d\.ts$/, ""))) return null;
      const target = join(dirname(importer), source);
      const name = names.get(target) ?? names.get(join(target, "index"));
      return name ? { id: `./${name}`, external: true } : null;
    },
  };
}

/** Moves `export { a, type B }` into `export declare const a`, and adds the aliases. */
function exportInPlace(text, aliases, namespaces) {
  const file = ts.createSourceFile("file.d.ts", text, ts.ScriptTarget.Latest, true);
  const declared = new Map();
  for (const statement of file.statements) {
    for (const name of namesOf(statement)) declared.set(name, [...(declared.get(name) ?? []), statement]);
  }
  const edits = [];
  // The alias that another namespace declares has documentation of its own.
  const handedOn = file.statements.flatMap(handedOnBy).flatMap(({ name, path }) => {
    const isThere = namespaces.get(basename(path, ".js"))?.aliases.some(([camel]) => camel === name);
    const snake = aliases.find(([camel]) => camel === name)?.[1];
    return isThere && snake ? [`export { ${snake} } from "${path}";\n`] : [];
  });
  for (const statement of file.statements) {
    if (!ts.isExportDeclaration(statement) || statement.moduleSpecifier) continue;
    const kept = [];
    for (const element of statement.exportClause.elements) {
      const local = (element.propertyName ?? element.name).text;
      const declarations = declared.get(local);
      const snake = aliases.find(([camel]) => camel === element.name.text)?.[1];
      if (!declarations && snake) kept.push(`${local} as ${snake}`);
      if (!declarations || local !== element.name.text) kept.push(element.getText(file));
      else for (const d of declarations) edits.push([d.getStart(file), d.getStart(file), "export "]);
    }
    const list = kept.length > 0 ? `export { ${kept.join(", ")} };` : "export {};";
    edits.push([statement.getStart(file), statement.end, list]);
  }
  const docsOf = (name) => {
    const [docs] = (declared.get(name) ?? []).flatMap((d) => ts.getJSDocCommentsAndTags(d));
    return docs ? `${docs.getText(file)}\n` : "";
  };
  for (const element of file.statements.flatMap(functionsOf)) {
    const local = (element.propertyName ?? element.name).text;
    const target = targetOf(declared.get(local)?.[0]);
    edits.push([element.getStart(file), element.getStart(file), docsOf(target ?? local)]);
  }
  // What another namespace declares comes from there, with its alias.
  const own = aliases.filter(([camel]) => declared.has(camel));
  const copies = own.map(
    ([camel, snake]) => `${docsOf(camel)}export declare const ${snake}: typeof ${camel};\n`,
  );
  let result = text;
  for (const [start, end, insert] of edits.sort((a, b) => b[0] - a[0])) {
    result = result.slice(0, start) + insert + result.slice(end);
  }
  return result + handedOn.join("") + copies.join("");
}

/** What a statement exports of another file under its own name: `export { a, b } from "./other.js"`. */
function handedOnBy(statement) {
  if (!ts.isExportDeclaration(statement) || !statement.moduleSpecifier) return [];
  if (!statement.exportClause || !ts.isNamedExports(statement.exportClause)) return [];
  const path = statement.moduleSpecifier.text;
  return statement.exportClause.elements
    .filter(({ propertyName }) => propertyName === undefined)
    .map(({ name }) => ({ name: name.text, path }));
}

/** What a namespace within the file exports: the functions that are methods of arrays, whose documentation goes along. */
function functionsOf(statement) {
  if (!ts.isModuleDeclaration(statement) || !ts.isModuleBlock(statement.body)) return [];
  return statement.body.statements
    .filter((inner) => ts.isExportDeclaration(inner) && !inner.isTypeOnly && inner.exportClause)
    .flatMap((inner) => [...inner.exportClause.elements]);
}

/** Of `declare const a: typeof b`, the name b. */
function targetOf(statement) {
  if (!statement || !ts.isVariableStatement(statement)) return undefined;
  const [{ type }] = statement.declarationList.declarations;
  return type && ts.isTypeQueryNode(type) ? type.exprName.getText() : undefined;
}

/** Exports the types that only other declarations mention, as types alone. */
function withTypesExported(text) {
  const { statements } = ts.createSourceFile("file.d.ts", text, ts.ScriptTarget.Latest, true);
  const isExported = ({ modifiers }) => modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
  const inner = new Set(statements.filter((s) => isType(s) && !isExported(s)).flatMap(namesOf));
  for (const name of statements.filter(isExported).flatMap(namesOf)) inner.delete(name);
  return inner.size > 0 ? `${text}export type { ${[...inner].join(", ")} };\n` : text;
}

const isType = (statement) =>
  ts.isClassDeclaration(statement) ||
  ts.isInterfaceDeclaration(statement) ||
  ts.isTypeAliasDeclaration(statement);

function namesOf(statement) {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.map((d) => d.name.getText());
  const named =
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isEnumDeclaration(statement);
  return named && statement.name ? [statement.name.text] : [];
}
