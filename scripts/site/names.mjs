// Finds public names that the documentation lacks, or does not say enough about.
import { createRequire } from "node:module";
import { join } from "node:path";
import { ReflectionKind } from "typedoc";
import { root } from "../environment.mjs";

const require = createRequire(join(root, "package.json"));

/** The reflection that a name stands for, where it is another name of something. */
function targetOf(reflection) {
  let target = reflection;
  while (target?.getTargetReflection) target = target.getTargetReflection();
  return target;
}

/** Names that a module has when it runs, and the documentation does not. */
function missingNames(values, module, path, seen = new Set()) {
  return Object.entries(values).flatMap(([name, value]) => {
    const found = module.getChildByName([name]);
    if (!found) return [`${[...path, name].join(".")} has no page`];
    const target = targetOf(found);
    if (target.kind !== ReflectionKind.Namespace || seen.has(value)) return [];
    return missingNames(value, target, [...path, name], seen.add(value));
  });
}

/** What the documentation of a function lacks. */
function gapsOf(reflection) {
  const signatures = reflection.signatures ?? [];
  const documented = signatures.find(({ comment }) => comment) ?? signatures[0];
  const tags = signatures.flatMap(({ comment }) => comment?.blockTags.map(({ tag }) => tag) ?? []);
  const parameters = (documented?.parameters ?? []).filter(
    ({ name, comment }) => !comment?.summary.length && !/^__|_$/.test(name),
  );
  return [
    ...(documented?.comment?.summary.length ? [] : ["does not say what it does"]),
    ...(tags.includes("@example") ? [] : ["has no example"]),
    ...parameters.map(({ name }) => `does not say what ${name} is`),
  ].map((gap) => `${reflection.getFullName()} ${gap}`);
}

/**
 * Looks at every public name.
 *
 * @param project TypeDoc's model of the documentation
 * @returns how many functions there are, and a line for each gap
 */
export function checkNames(project) {
  const modules = { tslinen: require("tslinen"), "@tslinen/kernel": require("@tslinen/kernel") };
  const missing = Object.entries(modules).flatMap(([name, values]) =>
    missingNames(values, project.getChildByName([name]), [name]),
  );
  const functions = project.getReflectionsByKind(ReflectionKind.Function);
  return { count: functions.length, gaps: [...missing, ...functions.flatMap(gapsOf)] };
}
