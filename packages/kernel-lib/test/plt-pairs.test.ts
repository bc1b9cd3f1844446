import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, test } from "vitest";
import { readPairs } from "../../../reference/pairs.mjs";

const folder = fileURLToPath(new URL(".", import.meta.url));

/** Scripts that must not pass, or the test would check nothing, and what is said of them. */
const mistaken = [
  { name: "mistaken", ts: 'plt.plot([1, 2], { colour: "r" });', said: /colour/ },
  {
    name: "misspelled",
    ts: 'plt.plot([1, 2], [3, 4], { colr: "r" });',
    said: /Did you mean to write 'color'/,
  },
  {
    name: "misspelled after values",
    ts: 'plt.hist([1, 2], { bins: 3, histtipe: "step" });',
    said: /Did you mean to write 'histtype'/,
  },
  {
    name: "misspelled after errors",
    ts: "plt.errorbar([1], [2], { yerr: 0.1, capsise: 3 });",
    said: /Did you mean to write 'capsize'/,
  },
];

/** A script that must pass: whatever takes a number takes an array that holds just one. */
const scalars = {
  name: "scalars",
  ts: `const x = np.array([1, 2, 3]);
    plt.plot(x, { linewidth: x.min() });
    plt.gca().setYlim(-1.5, x.max());
    plt.axhline(x.mean(), { alpha: x.min() });
    plt.text(x.min(), x.max(), "here", { rotation: x.max() });`,
};

test("every TypeScript script of the pairs type-checks as a cell does", () => {
  const cells = new Map(
    [...readPairs(), scalars, ...mistaken].map(({ name, ts: text }, k) => [
      join(folder, `pair-${k}.ts`),
      { name, text: `import { np, plt } from "../src/index";\n${text}` },
    ]),
  );
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2022.d.ts"],
    module: ts.ModuleKind.CommonJS,
    moduleResolution: ts.ModuleResolutionKind.Node10,
    strict: true,
    esModuleInterop: true,
    skipLibCheck: true,
    noEmit: true,
    types: ["node"],
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (path) => cells.has(path) || fileExists(path);
  host.readFile = (path) => cells.get(path)?.text ?? readFile(path);
  host.getSourceFile = (path, version, ...rest) => {
    const cell = cells.get(path);
    return cell ? ts.createSourceFile(path, cell.text, version, true) : getSourceFile(path, version, ...rest);
  };
  const program = ts.createProgram([...cells.keys()], options, host);
  const errors = [...cells].flatMap(([path, { name }]) =>
    ts
      .getPreEmitDiagnostics(program, program.getSourceFile(path))
      .map(({ messageText }) => `${name}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`),
  );
  expect(errors.map((text) => text.split(":")[0])).toEqual(mistaken.map(({ name }) => name));
  mistaken.forEach(({ said }, k) => expect(errors[k]).toMatch(said));
}, 120_000);
