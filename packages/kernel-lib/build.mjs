// Builds the package: dist/index.js (CommonJS, for Node and kernels), dist/browser.mjs (for bundlers), and one
// declaration file a namespace. The snake_case spellings (nn.log_sigmoid) are made here, from the camelCase ones.
import { rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundle } from "./build/bundle.mjs";
import { writeDeclarations } from "./build/declarations.mjs";
import { readNamespaces } from "./build/namespaces.mjs";

const root = dirname(fileURLToPath(import.meta.url));

const namespaces = readNamespaces(root);
rmSync(join(root, "dist"), { recursive: true, force: true });
await bundle(root, namespaces);
await writeDeclarations(root, namespaces);
