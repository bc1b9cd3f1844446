// The options of functions, from the types that their declarations name.
import ts from "typescript";
import { declaredType } from "./declaredTypes.mjs";
import { prose } from "./markdown.mjs";

/** Up to how many options are told without being asked for. */
const fewOptions = 6;

/** The options that the calls of a function take, each with what its documentation says: lines of Markdown. */
export function optionLines({ space, node }, calls) {
  if (ts.isClassDeclaration(node)) return [];
  const names = new Set(calls.flatMap((call) => call.match(/\b[A-Z]\w*(?:Options|Arguments)\b/g) ?? []));
  const options = new Map([...names].flatMap((name) => [...membersOf(space, declaredType(space, name))]));
  const lines = [...options].map(([name, text]) => `- \`${name}\`: ${prose(text)}`);
  if (lines.length === 0) return [];
  if (lines.length <= fewOptions) return [`Options:\n\n${lines.join("\n")}`];
  return [`<details><summary>${lines.length} options</summary>\n\n${lines.join("\n")}\n\n</details>`];
}

/** The documented members of a type of options, by name, and of those it is made of. */
function membersOf(space, declaration) {
  const found = new Map();
  const look = (node) => {
    if (ts.isPropertySignature(node)) {
      const docs = ts.getJSDocCommentsAndTags(node).find(ts.isJSDoc);
      const text = docs && (ts.getTextOfJSDocComment(docs.comment) ?? "");
      if (text !== undefined && !text.startsWith("Another name of")) found.set(node.name.getText(), text);
      return;
    }
    const name = ts.isTypeReferenceNode(node)
      ? node.typeName.getText()
      : ts.isExpressionWithTypeArguments(node)
        ? node.expression.getText()
        : undefined;
    const known = name && /Options$/.test(name) ? declaredType(space, name) : undefined;
    for (const [member, text] of membersOf(space, known)) found.set(member, text);
    ts.forEachChild(node, look);
  };
  if (declaration) ts.forEachChild(declaration, look);
  return found;
}
