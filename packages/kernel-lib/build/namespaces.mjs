import { join } from "node:path";
import ts from "typescript";
import { optionDocs } from "./options.mjs";

/** The modules that a user sees as namespaces, by their path below src. */
const modules = {
  np: "np",
  linalg: "linalg/index",
  npRandom: "npRandom",
  jax: "jax",
  lax: "lax/index",
  tree: "transform/treeFunctions",
  treeUtil: "transform/treeUtil",
  config: "transform/config",
  debug: "transform/debug",
  jaxNn: "jaxNn",
  random: "random/index",
  scipy: "scipy",
  special: "special",
  scipyLinalg: "scipyLinalg",
  nn: "nn",
  optax: "optax/index",
  data: "data/index",
  metrics: "metrics/index",
  safetensors: "safetensors",
  flax: "flax",
  core: "saving/frozen",
  serialization: "saving/serialization",
  training: "training",
  trainState: "flax/trainState",
  checkpoints: "saving/checkpoints",
  traverseUtil: "saving/traverse",
  losses: "optax/losses/index",
  contrib: "optax/contrib/index",
  perturbations: "optax/perturbations",
  projections: "optax/projections",
  schedules: "optax/allSchedules",
  transforms: "optax/transforms",
  trees: "optax/trees/index",
  treeUtils: "optax/treeUtils",
  initializers: "nn/initializers",
  errors: "nn/errors",
  plt: "plt",
  widgets: "widgets/index",
};

/** `logSigmoid` → `log_sigmoid`; names without an inner capital, and class names, have no other spelling. */
export function snakeCase(name) {
  if (!/^[a-z]/.test(name)) return name;
  return name.replace(/(?<=[a-z0-9])[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);
}

/**
 * Reads which values each namespace exports, and from that its snake_case aliases.
 *
 * @returns a map from namespace to { path, aliases: [[camelCase, snake_case], …], names }, with what plt says of its options
 */
export function readNamespaces(root) {
  const config = ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile);
  const { options, fileNames, errors } = ts.parseJsonConfigFileContent(config.config, ts.sys, root);
  const program = ts.createProgram(fileNames, { ...options, outDir: join(root, ".cache/declarations") });
  const diagnostics = [...errors, ...ts.getPreEmitDiagnostics(program), ...program.emit().diagnostics];
  if (diagnostics.length > 0) {
    const host = {
      getCanonicalFileName: (name) => name,
      getCurrentDirectory: () => root,
      getNewLine: () => "\n",
    };
    throw new Error(ts.formatDiagnosticsWithColorAndContext(diagnostics, host));
  }
  const checker = program.getTypeChecker();
  const namespaces = new Map();
  for (const [name, path] of Object.entries(modules)) {
    const file = program.getSourceFile(join(root, "src", `${path}.ts`));
    const names = checker
      .getExportsOfModule(checker.getSymbolAtLocation(file))
      .filter((symbol) => isValue(checker, symbol))
      .map((symbol) => symbol.name);
    const taken = new Set(names);
    const aliases = names.map((camel) => [camel, snakeCase(camel)]).filter(([, snake]) => !taken.has(snake));
    const all = [...names, ...aliases.map(([, snake]) => snake)];
    namespaces.set(name, {
      path,
      aliases,
      names: all,
      options: name === "plt" ? optionDocs(program) : undefined,
    });
  }
  return namespaces;
}

function isValue(checker, symbol) {
  const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  return (target.flags & ts.SymbolFlags.Value) !== 0;
}
