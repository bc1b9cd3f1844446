import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { restoreNames } from "./names.mjs";
import { buildParts } from "./parts.mjs";

/** Bundles src/index.ts for Node and for browsers; and by itself what front ends read our outputs with. */
export async function bundle(root, namespaces) {
  const { dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const common = {
    entryPoints: [join(root, "src/index.ts")],
    bundle: true,
    sourcemap: true,
    sourcesContent: false,
    minifySyntax: true,
    minifyWhitespace: true,
    target: "es2022",
    external: Object.keys(dependencies),
    logLevel: "warning",
    plugins: [snakeCaseExports(root, namespaces), deflateWhenNeeded(root)],
  };
  await buildParts(root, namespaces, { ...common, platform: "node" });
  await build({ ...common, platform: "browser", format: "esm", outfile: join(root, "dist/browser.mjs") });
  restoreNames(join(root, "dist/browser.mjs"));
  await build({
    ...common,
    entryPoints: [join(root, "src/payloads/index.ts")],
    platform: "neutral",
    format: "esm",
    outfile: join(root, "dist/payloads.mjs"),
  });
}

/** Puts a module before each namespace that adds the snake_case aliases to its exports. */
function snakeCaseExports(root, namespaces) {
  const byPath = new Map(
    [...namespaces.values()]
      .filter(({ aliases }) => aliases.length > 0)
      .map((n) => [join(root, "src", n.path), n]),
  );
  return {
    name: "snake-case-exports",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^\./ }, ({ path, resolveDir }) => {
        const target = join(resolveDir, path);
        const key = byPath.has(target)
          ? target
          : byPath.has(join(target, "index"))
            ? join(target, "index")
            : undefined;
        const isBarrel = resolveDir === join(root, "src");
        return key && isBarrel ? { path: key, namespace: "aliased" } : undefined;
      });
      onLoad({ filter: /.*/, namespace: "aliased" }, ({ path }) => {
        const from = JSON.stringify(`${path}.ts`);
        const names = byPath.get(path).aliases.map(([camel, snake]) => `${camel} as ${snake}`);
        return {
          contents: `export * from ${from};\nexport { ${names.join(", ")} } from ${from};\n`,
          resolveDir: root,
          loader: "ts",
        };
      });
    },
  };
}

/** What of fflate is used. */
const deflating = ["deflateSync", "gunzipSync", "inflateSync", "unzlibSync", "zlibSync"];

/**
 * Lets fflate compute its tables with the first picture or file, not with the import: that takes a tenth of it. It is
 * the one for browsers in Node, too, since the other loads worker threads.
 */
function deflateWhenNeeded(root) {
  const later = deflating.map(
    (name) => `export const ${name} = (...args) => require("fflate/deflate").${name}(...args);`,
  );
  return {
    name: "deflate-when-needed",
    setup({ onResolve, onLoad }) {
      const contents = {
        fflate: later.join("\n"),
        "fflate/deflate": `export { ${deflating.join(", ")} } from "fflate/browser";`,
      };
      onResolve({ filter: /^fflate(\/deflate)?$/ }, ({ path }) => ({ path, namespace: "when-needed" }));
      onLoad({ filter: /.*/, namespace: "when-needed" }, ({ path }) => ({
        contents: contents[path],
        resolveDir: root,
      }));
    },
  };
}
