// The examples in the library's documentation: found in the declarations that are published, and run.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { inspect, isDeepStrictEqual } from "node:util";
import ts from "typescript";
import { root } from "./environment.mjs";

export const dist = join(root, "packages/kernel-lib/dist");
export const library = createRequire(import.meta.url)(dist);
const spaces = [
  "display",
  "np",
  "linalg",
  "npRandom",
  "jax",
  "lax",
  "tree",
  "treeUtil",
  "random",
  "special",
  "scipyLinalg",
  "nn",
  "initializers",
  "optax",
  "losses",
  "contrib",
  "perturbations",
  "projections",
  "trees",
  "data",
  "metrics",
  "safetensors",
  "core",
  "serialization",
  "trainState",
  "checkpoints",
  "traverseUtil",
  "plt",
  "widgets",
];

/** Every exported value of a namespace with its documentation, in the order of the declarations. */
export const entriesOf = (space) =>
  entriesIn(join(dist, `${space}.d.ts`)).map((entry) => ({ space, ...entry }));

/** Every exported value of a declaration file: name, summary, tags as pairs, example, declaration and its node. */
export function entriesIn(path) {
  const file = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true);
  return file.statements.flatMap((statement) => {
    const name = exportedName(statement);
    const docs = ts.getJSDocCommentsAndTags(statement).find(ts.isJSDoc);
    if (!name || !docs) return [];
    const tags = (docs.tags ?? []).map((tag) => ({
      kind: tag.tagName.text,
      name: ts.isJSDocParameterTag(tag) ? tag.name.getText() : undefined,
      text:
        tag.tagName.text === "see"
          ? (tag.getText().match(/https?:\S+/)?.[0] ?? "")
          : (ts.getTextOfJSDocComment(tag.comment) ?? "").replace(/^- /, ""),
    }));
    const summary = ts.getTextOfJSDocComment(docs.comment) ?? "";
    const example = tags.find(({ kind }) => kind === "example")?.text;
    return [{ name, summary, tags, example, declaration: statement.getText(file), node: statement }];
  });
}

/** All public functions that have an example, each once: a snake_case spelling shares that of its function. */
export function allExamples() {
  return spaces.flatMap((space) => {
    const seen = new Set();
    return entriesOf(space).filter(({ example }) => example && !seen.has(example) && seen.add(example));
  });
}

function exportedName(statement) {
  if (!statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return undefined;
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations[0].name.getText();
  if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) return statement.name?.text;
  return undefined;
}

/**
 * Runs an example. What stands behind `//` at the end of an expression is its value, as code or as it prints.
 *
 * @returns the problems found, none if all is as it says
 */
export async function runExample({ example }) {
  const scope = { ...library, console: { log() {} } };
  const problems = [];
  scope.__check = (value, wanted) => {
    let expected;
    try {
      expected = new Function(...Object.keys(scope), `return (${wanted});`)(...Object.values(scope));
    } catch {
      if (![String(value), inspect(value)].includes(wanted))
        problems.push(`gives ${inspect(value)}, not ${wanted}`);
      return;
    }
    if (!isDeepStrictEqual(value, expected)) problems.push(`gives ${inspect(value)}, not ${wanted}`);
  };
  const code = example.replace(
    /^(?!\s*(?:const|let|class|import)\b)(.+?);?\s*\/\/ (.*)$/gm,
    (_, expression, wanted) => {
      return `__check((${expression}), ${JSON.stringify(wanted)});`;
    },
  );
  const { outputText } = ts.transpileModule(code.replace(/^import .* from "tslinen";$/gm, ""), {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  });
  const AsyncFunction = (async () => undefined).constructor;
  try {
    await new AsyncFunction(...Object.keys(scope), outputText.replace(/^export \{\};$/m, ""))(
      ...Object.values(scope),
    );
  } catch (error) {
    problems.push(String(error));
  }
  return problems;
}
