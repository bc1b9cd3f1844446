/**
 * Boxes: all cells share what one of them declares. A top-level name `f` lives in a box, an object that every cell
 * which speaks of the name holds in a variable `$f`; `$f.$` is the value. So a cell that declares `f` anew reaches
 * whatever refers to it, and a box is as quick to read as a variable.
 */
import { helperIn } from "./helperNames";
import {
  ts,
  type BoundFile,
  type CompilerSymbol,
  type Expression,
  type Node,
  type Statement,
  type TypeChecker,
} from "./typescript";

const { factory } = ts;

/** The property of a box that holds the value. */
const value = "$";

/** The boxes that a cell uses. */
export class Boxes {
  private readonly variables = new Map<string, string>();
  private readonly taken = new Set<string>();

  constructor(
    private readonly checker: TypeChecker,
    private readonly cell: BoundFile,
    private readonly earlier: BoundFile,
  ) {}

  /** Whether a name at a node means something that lives in a box. */
  has(name: string, symbol: CompilerSymbol | undefined, node: Node): boolean {
    if (symbol === undefined) return false;
    const key = ts.escapeLeadingUnderscores(name);
    if (this.earlier.locals?.get(key) === symbol) return true;
    return this.cell.locals?.get(key) === symbol && !isWithin(node, symbol);
  }

  /** Whether a name is declared by the cell or an earlier one. */
  knows(name: string): boolean {
    const key = ts.escapeLeadingUnderscores(name);
    return this.cell.locals?.has(key) || this.earlier.locals?.has(key) || false;
  }

  /** The place of a name's value as text. */
  path(name: string): string {
    return `${this.variable(name)}.${value}`;
  }

  /** The place of a name's value, `$name.$`. */
  place(name: string, original?: Node): Expression {
    const place = factory.createPropertyAccessExpression(
      factory.createIdentifier(this.variable(name)),
      value,
    );
    if (!original) return place;
    // A call is where the name is, not within what stands for it.
    return ts.setEmitFlags(ts.setTextRange(place, original), ts.EmitFlags.NoNestedSourceMaps);
  }

  /** `$name.$ = name;`, after what declares the name. */
  fill(name: string, from: Expression = factory.createIdentifier(name)): Statement {
    return factory.createExpressionStatement(factory.createAssignment(this.place(name), from));
  }

  /** The variables of the boxes, and the functions that the cell declares put into theirs: what runs first. */
  prelude(): string {
    const functions = this.cell.statements.flatMap((node) =>
      ts.isFunctionDeclaration(node) && node.name && node.body ? node.name.text : [],
    );
    const fills = [...new Set(functions)].map((name) => `${this.path(name)} = ${name};`);
    const box = helperIn(this.cell, "__box");
    const boxes = [...this.variables].map(
      ([name, variable]) => `${variable} = ${box}("${name}"${this.isHoisted(name) ? ", true" : ""})`,
    );
    return [...(boxes.length > 0 ? [`const ${boxes.join(", ")};`] : []), ...fills].join(" ");
  }

  /** Whether the cell declares a name with `var`, which may be read before it has a value. */
  private isHoisted(name: string): boolean {
    const symbol = this.cell.locals?.get(ts.escapeLeadingUnderscores(name));
    return ((symbol?.flags ?? 0) & ts.SymbolFlags.FunctionScopedVariable) !== 0;
  }

  /** The variable that holds a name's box: `$name`, with more dollars where the cell says that itself. */
  variable(name: string): string {
    let variable = this.variables.get(name);
    if (!variable) {
      variable = `$${name}`;
      while (this.cell.identifiers.has(variable) || this.taken.has(variable)) variable = `$${variable}`;
      this.taken.add(variable);
      this.variables.set(name, variable);
    }
    return variable;
  }

  /** The names that a variable declaration's pattern declares, if they are the cell's own. */
  declaredBy(pattern: Node): string[] {
    if (ts.isIdentifier(pattern)) {
      const symbol = this.checker.getSymbolAtLocation(pattern);
      return this.cell.locals?.get(pattern.escapedText) === symbol ? [pattern.text] : [];
    }
    if (!ts.isObjectBindingPattern(pattern) && !ts.isArrayBindingPattern(pattern)) return [];
    const elements: readonly Node[] = pattern.elements;
    return elements.flatMap((element) => (ts.isBindingElement(element) ? this.declaredBy(element.name) : []));
  }
}

/**
 * Whether a node lies within the class, enum or namespace that its name declares, or the pattern that does, as in
 * `const { a, b = a } = c`: there, it means that very one.
 */
function isWithin(node: Node, { declarations = [] }: CompilerSymbol): boolean {
  return declarations.some((declaration) => {
    if (ts.isBindingElement(declaration)) {
      const pattern = ts.findAncestor(declaration, ts.isVariableDeclaration)?.name;
      return isAmong(node, (at) => at === pattern || (ts.isFunctionLike(at) && "quit"));
    }
    return (
      (ts.isClassDeclaration(declaration) ||
        ts.isEnumDeclaration(declaration) ||
        ts.isModuleDeclaration(declaration)) &&
      isAmong(node, (at) => at === declaration)
    );
  });
}

const isAmong = (node: Node, test: (at: Node) => boolean | "quit"): boolean =>
  ts.findAncestor(node, test) !== undefined;
