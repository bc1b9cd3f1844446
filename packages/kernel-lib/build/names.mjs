import { readFileSync, writeFileSync } from "node:fs";

/**
 * Gives functions and classes the names that they are exported under. Where two of a bundle are called the same, esbuild
 * calls one of them `sum4`, and a class that speaks of itself `_Axes`; what is exported under a reserved word has another
 * name by nature. Users would see these as what a cell gives, in errors, and among their variables.
 */
export function restoreNames(path) {
  const code = withOwnClasses(readFileSync(path, "utf8"));
  const named = renamed(code).map(([place, local, name]) => `[${place},"${local}","${name}"]`);
  if (named.length === 0) return writeFileSync(path, code);
  // On a line of its own before the comment that ends the file, so that places of the source map stay.
  const end = code.lastIndexOf("//# sourceMappingURL");
  const statement =
    `for(const[f,local,value]of[${named.join(",")}])` +
    `typeof f=="function"&&(f.name===local||f.name.startsWith(value))&&Object.defineProperty(f,"name",{value,configurable:!0});\n`;
  return writeFileSync(path, code.slice(0, end) + statement + code.slice(end));
}

/** Classes under their own names, as wide as before, since places of the source map count columns. */
function withOwnClasses(code) {
  const classes = [...code.matchAll(/(?<![\w$])(\w+)=class _\1(?![\w$])/g)].map(([, name]) => name);
  return classes.reduce(
    (text, name) => text.replaceAll(new RegExp(`(?<![\\w$.#"'])_${name}(?![\\w$])`, "g"), `${name} `),
    code,
  );
}

/** What a file exports as `sum: () => sum4`: where the function is to be found, what it is called there, and its name. */
function renamed(code) {
  const names = new Map();
  for (const [, list, entries] of code.matchAll(/__export\d*\)?\((\w+),\{([^{}]*)\}\)/g)) {
    for (const [name, place] of entries.split(",").map((entry) => entry.split(":()=>"))) {
      const local = place.split(".").pop();
      // What parts hand to each other has names of the bundler's, too: of these, only those that it has numbered.
      if (list.startsWith("chunk_") && local.replace(/\d+$/, "") !== name) continue;
      if (!local.includes("_exports")) names.set(place, [...(names.get(place) ?? []), name]);
    }
  }
  return [...names]
    .map(([place, own]) => ({ place, local: place.split(".").pop(), own }))
    .filter(({ local, own }) => !own.includes(local))
    .map(({ place, local, own: [name] }) => [place, local, name]);
}
