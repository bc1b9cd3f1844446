import ts from "typescript";
import { snakeCase } from "./namespaces.mjs";

/**
 * Declares the members of classes in Python's spelling, too: `apply_gradients` beside `applyGradients`, with the same
 * documentation. Of modules only methods and accessors, for their fields are given to constructors.
 *
 * @param path - The rolled-up declarations of a namespace; `text` is what they say.
 * @param wanted - The classes and interfaces whose members are meant, and whether fields are among them.
 */
export function withSnakeMembers(path, text, wanted) {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const edits = [];
  for (const statement of file.statements) {
    if (!ts.isClassDeclaration(statement) && !ts.isInterfaceDeclaration(statement)) continue;
    const own = wanted[statement.name?.text];
    if (!own) continue;
    const names = new Set(statement.members.flatMap(({ name }) => (name ? [name.getText(file)] : [])));
    const copies = statement.members.flatMap((member) => copyOf(member, file, names, own));
    if (copies.length > 0) edits.push([statement.members.end, `\n${copies.join("\n")}`]);
  }
  return edits
    .toSorted((a, b) => b[0] - a[0])
    .reduce((all, [at, insert]) => all.slice(0, at) + insert + all.slice(at), text);
}

/** A member under its other name, nothing where it has none. */
function copyOf(member, file, names, { fields }) {
  const name = member.name?.getText(file);
  if (!name || !/^[a-z]\w*[A-Z]/.test(name) || name === "toJSON" || names.has(snakeCase(name))) return [];
  const flags = ts.getCombinedModifierFlags(member);
  if (flags & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected | ts.ModifierFlags.Abstract)) return [];
  if ((ts.isPropertyDeclaration(member) || ts.isPropertySignature(member)) && !fields) return [];
  const from = member.getFullStart();
  const [start, end] = [member.name.getStart(file), member.name.end];
  return [
    file.text.slice(from, start).replace(/^\n*/, "") + snakeCase(name) + file.text.slice(end, member.end),
  ];
}
