import { builtinModules } from "node:module";
import js from "@eslint/js";
import tseslint from "typescript-eslint";

// The rooms of packages/kernel-lib/src, upper ones first: a room imports only from rooms above it,
// and nn and plt never from each other.
const rooms = [
  "simd",
  "display",
  "payloads",
  "expr",
  "array",
  "files",
  "ops",
  "transform",
  "views",
  "widgets",
  "np",
  "linalg",
  "lax",
  "random",
  "data",
  "metrics",
  "saving",
  "nn",
  "optax",
  "flax",
  "plt",
];
const closedTo = (room) => {
  const below = rooms.slice(rooms.indexOf(room) + 1);
  return room === "plt" ? ["nn", "optax", "flax"] : below;
};

// The rooms of packages/kernel/src that run in Node.js and in a browser: each imports only from those before it, and
// none of them names anything of Node.js, which lives in node/ behind the interface Platform.
const kernelRooms = ["compiler", "cells", "debugger", "protocol"];
const browserToo = "This room also runs in a browser: Node.js is reached through the interface Platform.";
const nodeGlobals = ["process", "Buffer", "require", "__dirname", "__filename", "setImmediate", "global"];

export default tseslint.config(
  {
    ignores: [
      "**/node_modules/**",
      "**/dist/**",
      "**/lib/**",
      "**/.cache/**",
      "**/.venv*/**",
      "**/labextension/**",
      "docs/reference/**",
      "site/**",
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    rules: {
      "no-empty": ["error", { allowEmptyCatch: false }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
    },
  },
  {
    files: ["**/*.{mjs,cjs,js}"],
    languageOptions: {
      globals: {
        process: "readonly",
        console: "readonly",
        Buffer: "readonly",
        URL: "readonly",
        setTimeout: "readonly",
        performance: "readonly",
        fetch: "readonly",
        require: "readonly",
        module: "writable",
        __dirname: "readonly",
        globalThis: "readonly",
        AbortSignal: "readonly",
        setInterval: "readonly",
        clearInterval: "readonly",
        clearTimeout: "readonly",
        WebSocket: "readonly",
        window: "readonly",
        document: "readonly",
      },
    },
  },
  {
    files: ["scripts/site/serviceWorker.js"],
    languageOptions: {
      globals: { self: "readonly", caches: "readonly", Headers: "readonly", Response: "readonly" },
    },
  },
  {
    files: ["packages/kernel/src/**/*.ts"],
    ignores: ["packages/kernel/src/node/**", "packages/kernel/src/cli.ts"],
    rules: {
      "no-restricted-globals": ["error", ...nodeGlobals],
      "no-restricted-imports": [
        "error",
        { patterns: [{ group: ["node:*", ...builtinModules, "**/node/**"], message: browserToo }] },
      ],
    },
  },
  ...kernelRooms.map((room, index) => ({
    files: [`packages/kernel/src/${room}/**/*.ts`],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            { group: ["node:*", ...builtinModules, "**/node/**"], message: browserToo },
            {
              group: kernelRooms.slice(index + 1).map((name) => `**/${name}/**`),
              message: `The room "${room}" imports only from rooms above it (docs/architecture.md).`,
            },
          ].filter(({ group }) => group.length > 0),
        },
      ],
    },
  })),
  ...rooms.map((room) => ({
    files: [`packages/kernel-lib/src/${room}/**/*.ts`],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              group: closedTo(room)
                .map((name) => `**/${name}/**`)
                .concat(closedTo(room).map((name) => `**/${name}`))
                .concat("tslinen"),
              message: `The room "${room}" imports only from rooms above it (docs/architecture.md).`,
            },
          ],
        },
      ],
    },
  })),
);
