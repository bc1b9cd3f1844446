// What `import "tslinen"` costs, beside what every cell pays anyway: loading tslab's compiler and checking types.
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const kernel = join(root, "packages/kernel/package.json");
const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

/** What lessons import of tslinen, of which jax, nn and plt load when they are first read. */
const whole = "tslinen: np, jax, nn and plt";

/** The time and memory that loading a module takes in a fresh process. */
function load(name) {
  const script = `
    const require = (await import("node:module")).createRequire(${JSON.stringify(kernel)});
    const before = process.memoryUsage().rss;
    const start = performance.now();
    const loaded = require(${JSON.stringify(name.split(":")[0])});
    if (${name === whole}) void [loaded.np, loaded.jax, loaded.nn, loaded.plt];
    console.log(JSON.stringify([performance.now() - start, process.memoryUsage().rss - before]));`;
  const output = execFileSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" });
  return JSON.parse(output);
}

/** The medians of 25 runs of each module, in turn, so that both see the same machine. */
function loads(names) {
  const runs = Array.from({ length: 25 }, () => names.map(load));
  return names.map((_, i) => ({
    ms: median(runs.map((run) => run[i][0])),
    mb: median(runs.map((run) => run[i][1])) / 2 ** 20,
  }));
}

/** The time to convert a cell in tslab, once the program stands: median of 40. */
function check(first, cell) {
  const require = createRequire(kernel);
  const converter = require("tslab/dist/converter").createConverter({ isJS: false, isBrowser: false });
  let declarations = converter.convert("", first).declOutput;
  const times = [];
  for (let i = 0; i < 50; i++) {
    const start = performance.now();
    const { diagnostics, declOutput } = converter.convert(declarations, cell.replace("N", i));
    times.push(performance.now() - start);
    if (diagnostics.length > 0) throw new Error(diagnostics[0].messageText);
    declarations = declOutput;
  }
  converter.close();
  return median(times.slice(10));
}

const [library, used, compiler] = loads(["tslinen", whole, "@tslab/typescript-for-tslab"]);
const plain = check("const x = 1;", "const y = Math.max(x, N);");
const importing = check('import { np, nn, plt } from "tslinen";\nconst x = 1;', "const y = Math.max(x, N);");

const row = (name, value, bound) => console.log(`${name.padEnd(58)} ${value.padStart(22)}   ${bound}`);
row("loading tslinen", `${library.ms.toFixed(1)} ms`, "");
row("loading it and what lessons use of it", `${used.ms.toFixed(1)} ms`, "");
row("loading tslab's compiler", `${compiler.ms.toFixed(1)} ms`, "");
row("ratio", (library.ms / compiler.ms).toFixed(3), "aim < 0.2");
row("memory that loading tslinen adds", `${library.mb.toFixed(1)} MB`, "aim < 40 MB");
row("a cell in a session that imports tslinen (tslab)", `${importing.toFixed(1)} ms`, "");
row("the same cell in a session that does not (tslab)", `${plain.toFixed(1)} ms`, "");
row("ratio", (importing / plain).toFixed(2), "aim < 1.3");
