// Finds public names that the documentation lacks, or does not say enough about.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
import { ReflectionKind } from "typedoc";
import { root } from "../environment.mjs";

const require = createRequire(join(root, "package.json"));

/** The reflection that a name stands for, where it is another name of something. */
function targetOf(reflection) {
  let target = reflection;
  while (target?.getTargetReflection) target = target.getTargetReflection();
  return target;
}

/** The names that a module has when it runs, each with its place and what the documentation has of it. */
function publicNames(values, module, place, seen = new Set()) {
  return Object.entries(values).flatMap(([name, value]) => {
    const found = module.getChildByName([name]);
    const target = targetOf(found);
    const isNew = target?.kind === ReflectionKind.Namespace && !seen.has(value);
    const inside = isNew ? publicNames(value, target, `${place}.${name}`, seen.add(value)) : [];
    return [{ name, place, found }, ...inside];
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

/** The members of types of options that do not say what they are. */
function optionGaps(project) {
  const isOption = ({ parent }) => {
    const owner = parent?.kindOf(ReflectionKind.TypeLiteral) ? parent.parent : parent;
    return owner?.kindOf([ReflectionKind.Interface, ReflectionKind.TypeAlias]) && /Options$/.test(owner.name);
  };
  const comments = ({ comment, signatures = [] }) => [comment, ...signatures.map((one) => one.comment)];
  return project
    .getReflectionsByKind(ReflectionKind.Property | ReflectionKind.Method)
    .filter((option) => isOption(option) && !comments(option).some((comment) => comment?.summary.length))
    .map((option) => `${option.getFullName()} does not say what it is`);
}

/**
 * Looks at every public name.
 *
 * @param project TypeDoc's model of the documentation
 * @returns the names, how many functions there are, and a line for each gap
 */
export function checkNames(project) {
  const modules = { tslinen: require("tslinen"), "@tslinen/kernel": require("@tslinen/kernel") };
  const names = Object.entries(modules).flatMap(([name, values]) =>
    publicNames(values, project.getChildByName([name]), name),
  );
  const missing = names
    .filter(({ found }) => !found)
    .map(({ name, place }) => `${place}.${name} has no page`);
  const functions = project.getReflectionsByKind(ReflectionKind.Function);
  return {
    names,
    count: functions.length,
    gaps: [...missing, ...functions.flatMap(gapsOf), ...optionGaps(project)],
  };
}

/** The public names that the documentation's search does not find, as lines. */
export function missedBySearch(names, folder) {
  const [, packed] = /"([^"]+)"/.exec(readFileSync(join(folder, "assets/search.js"), "utf8")) ?? [];
  const { rows, index } = JSON.parse(inflateSync(Buffer.from(packed, "base64")).toString());
  const known = new Set(rows.map(({ name }) => name));
  const terms = new Set(index.invertedIndex.map(([term]) => term));
  return names
    .filter(({ name }) => !known.has(name) || !terms.has(name.toLowerCase()))
    .map(({ name, place }) => `${place}.${name} is not found by the search`);
}
