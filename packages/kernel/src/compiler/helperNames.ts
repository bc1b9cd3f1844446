import type { BoundFile, SourceFile } from "./typescript";

/** What the kernel gives compiled cells under names of its own. */
export const helpers = ["__box", "__take", "__import", "__meta", "__lines", "__arithmetic"] as const;

export type Helper = (typeof helpers)[number];

/** What a helper is called in a file: its name, with more underscores where the file says that itself. */
export function helperIn(file: SourceFile, helper: Helper): string {
  const { identifiers } = file as BoundFile;
  let name: string = helper;
  while (identifiers.has(name)) name = `_${name}`;
  return name;
}

/** What a parameter of compiled code is called: its name, unless the code declares that itself. */
export function freeName(name: string, taken: readonly string[]): string {
  let free = name;
  while (taken.includes(free)) free = `_${free}`;
  return free;
}
