import ts from "typescript";

/**
 * Writes methods out: in the sources those of arrays are computed from the functions of np, which the compiler would
 * have to do again for every cell that uses one. Methods that have another name than their function would have no
 * documentation, either.
 *
 * @param path - The rolled-up declarations of a namespace; `text` is what they say.
 * @param name - The type that holds the methods.
 * @param into - The class of which they are methods: written as an interface of its name, they are added to it.
 */
export function withMethodsWrittenOut(path, text, name, into) {
  const host = ts.createCompilerHost({});
  const read = host.getSourceFile.bind(host);
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  host.getSourceFile = (name, ...rest) => (name === path ? file : read(name, ...rest));
  const program = ts.createProgram([path], { target: ts.ScriptTarget.ES2022, types: [] }, host);
  const checker = program.getTypeChecker();
  const alias = file.statements.find((s) => ts.isTypeAliasDeclaration(s) && s.name.text === name);
  const type = checker.getTypeAtLocation(alias.name);
  const families = file.statements.filter((s) => ts.isModuleDeclaration(s) && ts.isModuleBlock(s.body));
  const documented = docsByName(families, checker);
  const methods = type.getProperties().map((property) => {
    const [signature] = checker.getTypeOfSymbol(property).getCallSignatures();
    const flags = ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.UseAliasDefinedOutsideCurrentScope;
    const docs = namesOfFunction(property.name)
      .map((own) => documented.get(own))
      .find(Boolean);
    const head = docs ? `    ${docs}\n` : "";
    return `${head}    ${property.name}${checker.signatureToString(signature, alias, flags)};\n`;
  });

  // What else is made of the functions' types keeps them.
  const computed = file.statements.filter((s) => ts.isTypeAliasDeclaration(s) && s !== alias && !isHelper(s));
  const unused = families.filter(
    ({ name: { text: own } }) => !computed.some((s) => s.getText(file).includes(`typeof ${own}`)),
  );
  const locals = new Set(unused.flatMap(namesWithin));
  const gone = file.statements.filter(
    (s) => unused.includes(s) || isHelper(s) || (isAlias(s) && locals.has(nameOf(s))),
  );
  const edits = gone.map((s) => [s.getFullStart(), s.end, ""]);
  const written = `\nexport interface ${into} {\n${methods.join("")}}`;
  edits.push([alias.getFullStart(), alias.end, written]);
  let result = text;
  for (const [start, end, insert] of edits.sort((a, b) => b[0] - a[0])) {
    result = result.slice(0, start) + insert + result.slice(end);
  }
  return result;
}

/** The documentation of the functions of namespaces, by their names. */
function docsByName(families, checker) {
  const functions = families.flatMap((family) =>
    checker.getExportsOfModule(checker.getSymbolAtLocation(family.name)),
  );
  return new Map(
    functions.map((symbol) => {
      const [docs] = ts.getJSDocCommentsAndTags(symbol.declarations[0]);
      return [symbol.name, docs?.getText()];
    }),
  );
}

/** What the function of a method may be called: `set_xlim` is `setXlim`, which is `xlim`. */
export function namesOfFunction(method) {
  const camel = method.replace(/(?<=[a-z0-9])_([a-z0-9])/g, (_, letter) => letter.toUpperCase());
  return [method, camel, camel.replace(/^set([A-Z])/, (_, letter) => letter.toLowerCase())];
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
  return (
    ts.isTypeAliasDeclaration(statement) && ["Method", "MethodsOf", "Named"].includes(statement.name.text)
  );
}

function nameOf(statement) {
  return ts.isTypeAliasDeclaration(statement)
    ? statement.name.text
    : statement.declarationList.declarations[0].name.text;
}
