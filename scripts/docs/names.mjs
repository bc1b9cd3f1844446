// The pages that say which functions of a package are here, and why the others are not.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { root } from "../environment.mjs";

const camel = (name) => name.replace(/(?<=[A-Za-z0-9])_([a-z0-9])/g, (_, letter) => letter.toUpperCase());

/** The names of a file in reference/data. */
export const namesIn = (file) => JSON.parse(readFileSync(join(root, `reference/data/${file}.json`), "utf8"));

/**
 * A table of what is left out, with its reasons.
 *
 * @param of - The package, by its name in Python.
 * @param here - The name of the namespace that has its functions.
 * @param names - The names in Python.
 * @param reasons - Why a name is left out. A name that is missing without a reason is an error, and so is a reason for one
 * that is here.
 * @param example - A name of two words.
 * @param members - Gives what has them, where that is no namespace of the library.
 */
export function pageOfNames({ of, here, names, reasons, example, members }) {
  const library = createRequire(import.meta.url)(join(root, "packages/kernel-lib"));
  const namespace = members?.(library) ?? here.split(".").reduce((inner, name) => inner[name], library);
  const isHere = (name) => {
    const path = camel(name).split(".");
    const inner = path.slice(0, -1).reduce((space, part) => space?.[part], namespace) ?? {};
    return path.at(-1) in inner || name in namespace;
  };
  const missing = names.filter((name) => !isHere(name));
  const unexplained = missing.filter((name) => !(name in reasons));
  if (unexplained.length > 0) throw new Error(`${of}: no reason is given for ${unexplained.join(", ")}`);
  const outdated = Object.keys(reasons).filter((name) => names.includes(name) && !missing.includes(name));
  if (outdated.length > 0)
    throw new Error(`${of}: a reason is given for ${outdated.join(", ")}, though they are here`);
  const share = Math.floor((100 * (names.length - missing.length)) / names.length);
  return [
    here === of ? `# What is here of ${of}` : `# What ${here} has of ${of}`,
    `Of the ${names.length} public functions of ${of} ${names.length - missing.length} are here, ${share} %. Their names are written as in TypeScript, \`${here}.${camel(example)}\`, or as in Python, \`${here}.${example}\`. These are left out:`,
    [
      "| function | why |",
      "| --- | --- |",
      ...missing.map((name) => `| \`${name}\` | ${reasons[name]} |`),
    ].join("\n"),
  ];
}
