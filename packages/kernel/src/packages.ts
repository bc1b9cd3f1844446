/** Packages that cells can import wherever the notebook lies, because the kernel brings them. */
export const broughtAlong = ["tslinen", "@tslinen/kernel", "tslab"];

/** Tells whether a module specifier names a package the kernel brings, or a folder of it. */
export function isBroughtAlong(specifier: string): boolean {
  return broughtAlong.some((name) => specifier === name || specifier.startsWith(name + "/"));
}

/** Says what to do about a package that is not there. */
export type Advice = (specifier: string) => string;

/** The command that installs the package a module specifier belongs to. */
const installByNpm: Advice = (specifier) => {
  if (/^https?:/.test(specifier)) {
    return "Modules are not loaded from addresses here. Install the package with npm, and import it by its name";
  }
  const [scope = "", name = ""] = specifier.split("/");
  const packageName = scope.startsWith("@") ? `${scope}/${name}` : scope;
  return `To install it, run in a cell of its own: %npm install ${packageName}`;
};

let advice = installByNpm;

/** What to do about a module that is not there. Default: to install its package by npm. */
export const howToInstall: Advice = (specifier) => advice(specifier);

/** Gives other advice, where there is no npm. */
export function setAdvice(other: Advice): void {
  advice = other;
}
