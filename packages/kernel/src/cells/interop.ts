/** How modules of the two kinds see each other. */
import { bare } from "../originals";
import type { Namespace } from "../platform";

const facades = new WeakMap<Namespace, Namespace>();

/** An ES module as compiled imports expect it: marked, and with the same live bindings. */
export function asRequired(namespace: Namespace): Namespace {
  let facade = facades.get(namespace);
  if (!facade) {
    facade = Object.defineProperty({}, "__esModule", bare({ value: true })) as Namespace;
    for (const name of Object.keys(namespace)) {
      Object.defineProperty(facade, name, bare({ get: () => namespace[name], enumerable: true }));
    }
    facades.set(namespace, facade);
  }
  return facade;
}

/** What `import(…)` gives for a CommonJS module: its properties, and itself as the default. */
export function asImported(exports: unknown): Namespace {
  if (exports !== null && typeof exports === "object" && (exports as Namespace).__esModule)
    return exports as Namespace;
  const hasProperties = exports !== null && (typeof exports === "object" || typeof exports === "function");
  const properties = hasProperties ? Object.getOwnPropertyDescriptors(exports) : {};
  const namespace = {};
  for (const name of Reflect.ownKeys(properties)) {
    Object.defineProperty(namespace, name, bare(Reflect.get(properties, name) as PropertyDescriptor));
  }
  return Object.defineProperty(namespace, "default", bare({ value: exports, enumerable: true })) as Namespace;
}
