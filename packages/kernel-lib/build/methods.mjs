import ts from "typescript";

/**
 * Writes the methods of arrays out: in the sources they are computed from the functions of np, which the compiler
 * would have to do again for every cell that uses one.
 *
 * @param path - The rolled-up declarations of np; `text` is what they say.
 */
export function withMethodsWrittenOut(path, text) {
  const host = ts.createCompilerHost({});
  const read = host.getSourceFile.bind(host);
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  host.getSourceFile = (name, ...rest) => (name === path ? file : read(name, ...rest));
  const program = ts.createProgram([path], { target: ts.ScriptTarget.ES2022, types: [] }, host);
  const checker = program.getTypeChecker();
  const alias = file.statements.find((s) => ts.isTypeAliasDeclaration(s) && s.name.text === "ArrayMethods");
  const type = checker.getTypeAtLocation(alias.name);
  const methods = type.getProperties().map((property) => {
    const [signature] = checker.getTypeOfSymbol(property).getCallSignatures();
    const flags = ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.UseAliasDefinedOutsideCurrentScope;
    const docs = ts.getJSDocCommentsAndTags(property.declarations[0])[0]?.getText(file);
    const head = docs ? `    ${docs}\n` : "";
    return `${head}    ${property.name}${checker.signatureToString(signature, alias, flags)};\n`;
  });

  const families = file.statements.filter((s) => ts.isModuleDeclaration(s) && ts.isModuleBlock(s.body));
  const locals = new Set(families.flatMap(namesWithin));
  const gone = file.statements.filter(
    (s) => families.includes(s) || isHelper(s) || (isAlias(s) && locals.has(nameOf(s))),
  );
  const edits = gone.map((s) => [s.getFullStart(), s.end, ""]);
  const docs = ts.getJSDocCommentsAndTags(alias).map((d) => `${d.getText(file)}\n`);
  const written = `\n${docs.join("")}export interface ArrayMethods {\n${methods.join("")}}`;
  edits.push([alias.getFullStart(), alias.end, written]);
  let result = text;
  for (const [start, end, insert] of edits.sort((a, b) => b[0] - a[0])) {
    result = result.slice(0, start) + insert + result.slice(end);
  }
  return result;
}

/** The names that a namespace exports under other ones. */
function namesWithin(family) {
  return family.body.statements
    .filter((inner) => ts.isExportDeclaration(inner))
    .flatMap((inner) => inner.exportClause.elements.map((one) => (one.propertyName ?? one.name).text));
}

/** `declare const a: typeof b` and `type A = B`: what the namespaces refer to. */
function isAlias(statement) {
  if (ts.isTypeAliasDeclaration(statement)) return statement.name.text.includes("_");
  if (!ts.isVariableStatement(statement)) return false;
  const { type } = statement.declarationList.declarations[0];
  return Boolean(type && ts.isTypeQueryNode(type));
}

function isHelper(statement) {
  return ts.isTypeAliasDeclaration(statement) && ["Method", "MethodsOf"].includes(statement.name.text);
}

function nameOf(statement) {
  return ts.isTypeAliasDeclaration(statement)
    ? statement.name.text
    : statement.declarationList.declarations[0].name.text;
}
