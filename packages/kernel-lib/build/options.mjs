import ts from "typescript";

/** Whether a type is that of the options which a table describes, or of what reading them gives. */
export const isOptionsType = (statement) =>
  ts.isTypeAliasDeclaration(statement) &&
  !["OptionsOf", "ReadOf"].includes(statement.name.text) &&
  /\b(OptionsOf|ReadOf)</.test(statement.type.getText());

/** The other names of options in the tables of a type of options, each with the option that it stands for. */
function otherNames(checker, alias) {
  const tables = [];
  const look = (node) => {
    if (ts.isTypeReferenceNode(node) && node.typeName.getText() === "OptionsOf") {
      tables.push(checker.getTypeFromTypeNode(node.typeArguments[0]));
    }
    ts.forEachChild(node, look);
  };
  look(alias.type);
  return tables.flatMap((table) =>
    table.getProperties().flatMap((option) => {
      const aliases = checker.getTypeOfSymbol(option).getProperty("aliases");
      const [element] = aliases ? checker.getTypeArguments(checker.getTypeOfSymbol(aliases)) : [];
      const literals = element?.isUnion() ? element.types : [element];
      return literals
        .filter((type) => type?.isStringLiteral())
        .map(({ value }) => [value, `/** Another name of \`${option.name}\`. */`]);
    }),
  );
}

/**
 * Reads what the tables of options say of each option: where one table takes in another, the compiler's declarations
 * leave the comments out. Of an option's other names they say whose they are.
 *
 * @returns a map from the name of an options type to one from its options to their comments
 */
export function optionDocs(program) {
  const checker = program.getTypeChecker();
  const files = program.getSourceFiles().filter(({ fileName }) => /[\\/]src[\\/]plt[\\/]/.test(fileName));
  const types = files.flatMap((file) => file.statements.filter(isOptionsType));
  return new Map(
    types.map((alias) => {
      const properties = checker.getTypeAtLocation(alias.name).getProperties();
      const docs = properties.flatMap((property) => {
        const [comment] = (property.declarations ?? []).flatMap((d) => ts.getJSDocCommentsAndTags(d));
        return comment ? [[property.name, comment.getText()]] : [];
      });
      return [alias.name.text, new Map([...otherNames(checker, alias), ...docs])];
    }),
  );
}

/**
 * Writes the options types of a file out, each as an interface.
 *
 * @param docs - What {@link optionDocs} gives.
 * @returns edits: start, end, and what stands there instead
 */
export function optionsWrittenOut(file, checker, docs) {
  const aliases = file.statements.filter(isOptionsType);
  const typeOf = (alias) => checker.getTypeAtLocation(alias.name);
  const flags = ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.UseAliasDefinedOutsideCurrentScope;
  const interfaces = aliases.map((alias) => {
    const members = typeOf(alias)
      .getProperties()
      .map((property) => {
        const comment = docs.get(alias.name.text)?.get(property.name);
        const given = checker.typeToString(checker.getTypeOfSymbol(property), alias, flags);
        const isRead = /\bReadOf</.test(alias.type.getText(file));
        const type = isRead ? `: ${given}` : `?: ${given.replace(/ \| undefined$/, "")}`;
        return `${comment ? `    ${comment}\n` : ""}    ${property.name}${type};\n`;
      });
    const head = ts.getJSDocCommentsAndTags(alias).map((d) => `${d.getText(file)}\n`);
    const body = `interface ${alias.name.text} {\n${members.join("")}}`;
    return [alias.getFullStart(), alias.end, `\n${head.join("")}${body}`];
  });
  const tables = file.statements.filter(
    (s) => ts.isVariableStatement(s) && /: Option</.test(s.declarationList.getText(file)),
  );
  return [...interfaces, ...tables.map((table) => [table.getFullStart(), table.end, ""])];
}
