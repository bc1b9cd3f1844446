// The types that the declarations of namespaces hold, by name.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { dist } from "../examples.mjs";

const found = new Map();

function typesIn(space) {
  const before = found.get(space);
  if (before) return before;
  const path = join(dist, `${space}.d.ts`);
  const { statements } = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true);
  const isType = (one) => ts.isInterfaceDeclaration(one) || ts.isTypeAliasDeclaration(one);
  const types = new Map(statements.filter(isType).map((one) => [one.name.text, one]));
  found.set(space, types);
  return types;
}

/** The declaration of a type that a namespace uses: its own, or one of those of np and jax. */
export function declaredType(space, name) {
  if (!space || !name) return undefined;
  return [space, "np", "jax"].map((one) => typesIn(one).get(name)).find(Boolean);
}
