import ts from "typescript";
import { namesOfFunction } from "./methods.mjs";
import { optionsWrittenOut } from "./options.mjs";

/** The types that are computed from functions of axes and figures, and are written out instead. */
const computed = ["AxesMethods", "FigureMethods", "SubFigureMethods", "AxesSettings"];
/** What they are computed with. */
const helpers = [
  "Public",
  "Methods",
  "Setters",
  "SnakeNames",
  "NamedOfAxes",
  "NamedOfFigures",
  "NamedOfSubFigures",
  "OfWholes",
  "Functions",
  "Option",
  "OptionsOf",
  "OptionTable",
  "ReadOf",
  "Reader",
];
/** Types that the public classes stand in for where a function returns them. */
const inner = /\b(AxesBase|FigureBase|Panel|Canvas|Colorbar)\b/;

/**
 * Writes the functions and methods of plt out, which in the sources are computed from functions whose first argument is
 * the axes or the figure: the compiler would have to compute them again in every cell, and they would have no
 * documentation.
 *
 * @param path - The rolled-up declarations of plt; `text` is what they say.
 * @param docs - What the tables of options say of each.
 */
export function withFunctionsBound(path, text, docs) {
  const host = ts.createCompilerHost({});
  const read = host.getSourceFile.bind(host);
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  host.getSourceFile = (name, ...rest) => (name === path ? file : read(name, ...rest));
  const program = ts.createProgram([path], { strict: true, target: ts.ScriptTarget.ES2022, types: [] }, host);
  const checker = program.getTypeChecker();
  const families = file.statements.filter((s) => ts.isModuleDeclaration(s) && ts.isModuleBlock(s.body));
  const found = families.map((family) => ({
    ofFigures: family.name.text.startsWith("figure"),
    functions: new Map(functionsOf(family, checker)),
  }));
  /** The function behind a name; figures have some of the names that axes have. */
  const functionOf = (name, figuresFirst) =>
    [...found]
      .sort((a, b) => (figuresFirst ? b.ofFigures - a.ofFigures : a.ofFigures - b.ofFigures))
      .flatMap(({ functions }) => namesOfFunction(name).map((own) => functions.get(own)))
      .find(Boolean);
  const behind = new Set(found.flatMap(({ functions }) => [...functions.values()]));

  const flags = ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.UseAliasDefinedOutsideCurrentScope;
  /** What follows a function's name, without the first argument; its documentation. */
  const bound = (name, type, at) => {
    const declaration = functionOf(name, /FigureMethods$/.test(at.name?.text ?? ""));
    if (!declaration) throw new Error(`the declarations of plt: no function behind ${name}`);
    const parameters = declaration.parameters.slice(1).map((parameter) => parameter.getText(file));
    const written = declaration.type.getText(file);
    const result = inner.test(written)
      ? checker.typeToString(type.getCallSignatures()[0].getReturnType(), at, flags)
      : written;
    const [docs] = ts.getJSDocCommentsAndTags(declaration);
    return { head: docs ? `${docs.getText(file)}\n` : "", tail: `(${parameters.join(", ")}): ${result};` };
  };

  const edits = optionsWrittenOut(file, checker, docs);
  for (const alias of file.statements.filter(
    (s) => ts.isTypeAliasDeclaration(s) && computed.includes(s.name.text),
  )) {
    const members = checker
      .getTypeAtLocation(alias.name)
      .getProperties()
      .map((property) => {
        const type = checker.getTypeOfSymbol(property);
        if (property.flags & ts.SymbolFlags.Optional) {
          const given = checker.getNonNullableType(type);
          return `    ${property.name}?: ${checker.typeToString(given, alias, flags)};\n`;
        }
        const { head, tail } = bound(property.name, type, alias);
        return `    ${head.trimEnd()}\n    ${property.name}${tail}\n`;
      });
    const docs = ts.getJSDocCommentsAndTags(alias).map((d) => `${d.getText(file)}\n`);
    const body = `interface ${alias.name.text} {\n${members.join("")}}`;
    edits.push([alias.getFullStart(), alias.end, `\n${docs.join("")}${body}`]);
  }
  const locals = new Set(families.flatMap(localsOf));
  for (const statement of file.statements) {
    if (ts.isVariableStatement(statement)) {
      const { declarations } = statement.declarationList;
      if (declarations.every(({ type }) => type && ts.isFunctionTypeNode(type))) {
        const lines = declarations.map((declaration) => {
          const name = declaration.name.getText(file);
          const { head, tail } = bound(name, checker.getTypeAtLocation(declaration), statement);
          return `${head}declare function ${name}${tail}\n`;
        });
        edits.push([statement.getFullStart(), statement.end, `\n${lines.join("")}`]);
      } else if (declarations.some((d) => locals.has(d.name.getText(file)))) {
        edits.push([statement.getFullStart(), statement.end, ""]);
      }
      continue;
    }
    const name = statement.name?.text;
    const gone =
      families.includes(statement) ||
      (isTypeStatement(statement) && helpers.includes(name)) ||
      (ts.isTypeAliasDeclaration(statement) && isCopy(statement, locals)) ||
      (ts.isFunctionDeclaration(statement) && behind.has(statement));
    if (gone) edits.push([statement.getFullStart(), statement.end, ""]);
  }
  let result = text;
  for (const [start, end, insert] of edits.sort((a, b) => b[0] - a[0])) {
    result = result.slice(0, start) + insert + result.slice(end);
  }
  return result;
}

/** The functions that a namespace within the file exports, by the names they have there. */
function functionsOf(family, checker) {
  return checker.getExportsOfModule(checker.getSymbolAtLocation(family.name)).flatMap((symbol) => {
    let target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    const [declaration] = target.declarations ?? [];
    // `declare const kinds_plot: typeof plot`
    if (declaration && ts.isVariableDeclaration(declaration) && ts.isTypeQueryNode(declaration.type)) {
      target = checker.getSymbolAtLocation(declaration.type.exprName);
    }
    const found = target.declarations?.find(ts.isFunctionDeclaration);
    return found ? [[symbol.name, found]] : [];
  });
}

/** The names of the declarations that a namespace exports under other names. */
function localsOf(family) {
  return family.body.statements
    .filter((statement) => ts.isExportDeclaration(statement))
    .flatMap((statement) =>
      statement.exportClause.elements.map((one) => (one.propertyName ?? one.name).text),
    );
}

/** `type kinds_PlotArguments = PlotArguments`: a name that only a namespace needs. */
const isCopy = (statement, locals) => locals.has(statement.name.text) && statement.name.text.includes("_");

const isTypeStatement = (statement) =>
  ts.isTypeAliasDeclaration(statement) || ts.isInterfaceDeclaration(statement);
