// How functions are called, from their declarations.
import ts from "typescript";
import { declaredType } from "./declaredTypes.mjs";

/** A declaration in one line, without what only the compiler needs. */
const plain = (text) =>
  text
    .replace(/^export declare /, "")
    .replace(/;$/, "")
    .replace(/\$\d+|\bconst (?=\w+ extends)/g, "")
    .replace(/\s+/g, " ");

/** How a thing is called, from its declaration: a line for each way. */
export function callsOf({ space, name, declaration, node }, prefix) {
  if (ts.isClassDeclaration(node)) return constructorsOf(node).map((text) => `new ${prefix}${name}${text}`);
  const bare = plain(declaration);
  if (bare.startsWith("function")) return [prefix + bare.replace(/^function /, "")];
  const type = bare.match(/^const \w+: (?:Activation<)?(\(.*\) => [\w[\]]+)>?$/)?.[1];
  if (type) return [prefix + name + type.replace(/ => /, ": ")];
  const alias = bare.match(/^const \w+: (\w+)(?:<.*>)?$/)?.[1];
  const calls = callsIn(declaredType(space, alias));
  return (calls.length > 0 ? calls.map(written) : [""]).map((signature) => prefix + name + signature);
}

/** A class and those it extends, as far as they stand in its file. */
function lineOf(node) {
  const base = node.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword)?.types[0];
  const parent = node
    .getSourceFile()
    .statements.find((one) => ts.isClassDeclaration(one) && one.name?.text === base?.expression.getText());
  return parent ? [node, ...lineOf(parent)] : [node];
}

/** What the constructors of a class take. */
function constructorsOf(node) {
  const own = lineOf(node).map(({ members }) => members.filter(ts.isConstructorDeclaration));
  const constructors = own.find((one) => one.length > 0) ?? [];
  const text = ({ parameters }) => plain(`(${parameters.map((one) => one.getText()).join(", ")})`);
  return constructors.length > 0 ? constructors.map(text) : ["()"];
}

/** The fields of a class, with what its documentation says of them. */
export function fieldsOf({ node }) {
  if (!ts.isClassDeclaration(node)) return [];
  const fields = new Map();
  for (const { members } of lineOf(node).reverse()) {
    for (const member of members.filter(ts.isPropertyDeclaration)) {
      const docs = ts.getJSDocCommentsAndTags(member).find(ts.isJSDoc);
      if (docs) fields.set(member.name.getText(), ts.getTextOfJSDocComment(docs.comment) ?? "");
    }
  }
  return [...fields].map(([name, text]) => ({ name, text }));
}

/** The call signatures of a type of functions; none of anything else. */
function callsIn(statement) {
  if (!statement) return [];
  if (ts.isInterfaceDeclaration(statement)) return statement.members.filter(ts.isCallSignatureDeclaration);
  const isFunction = ts.isTypeAliasDeclaration(statement) && ts.isFunctionTypeNode(statement.type);
  return isFunction ? [statement.type] : [];
}

function written({ typeParameters = [], parameters, type }) {
  const text = (nodes) => nodes.map((node) => node.getText()).join(", ");
  const head = typeParameters.length > 0 ? `<${text(typeParameters)}>` : "";
  return plain(`${head}(${text(parameters)}): ${type.getText()}`);
}
