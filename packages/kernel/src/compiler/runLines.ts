/** What a cell does in place of its lines that are not TypeScript: calls of `__lines`. */
import { helperIn } from "./helperNames";
import { describePlace, type Diagnostic } from "./diagnostics";
import { needless, programs, timing, type Line } from "./lines";
import { awaitsOutsideFunctions } from "./syntax";
import { ts, type Expression, type SourceFile, type Statement } from "./typescript";

const { factory } = ts;

/** A statement of a cell, and what it has become. */
export interface Rewritten {
  node: Statement;
  statements: Statement[];
}

/** Whether running a line takes a while: the cell then awaits it. */
export const isAwaited = ({ name }: Line): boolean => name === "!" || programs.includes(name);

/** Lines that mean nothing, and those whose TypeScript cannot be measured. */
export function mistakesInLines(lines: readonly Line[], cell: SourceFile): Diagnostic[] {
  const known = ["!command", ...[...timing, ...programs, ...Object.keys(needless)].map((name) => `%${name}`)];
  return lines.flatMap((line) => {
    const message = isKnown(line)
      ? timingMistake(line, cell)
      : `%${line.name} is not known here. Known are ${known.join(", ")}`;
    const place = (offset: number) => describePlace(cell, offset);
    return message ? { start: place(line.start), end: place(line.end), message, code: 0 } : [];
  });
}

const isKnown = ({ name }: Line): boolean =>
  name === "!" || timing.includes(name) || programs.includes(name) || Object.hasOwn(needless, name);

function timingMistake(line: Line, cell: SourceFile): string | undefined {
  if (!timing.includes(line.name)) return undefined;
  const timed = cell.statements.filter((node) => isOn(line, node, cell));
  if (timed.length === 0) return `%${line.name}: expected what to measure behind it`;
  const declares = line.name === "timeit" && timed.some((node) => !isRepeatable(node));
  return declares ? "%timeit: expected an expression or a loop, not a declaration; use %time" : undefined;
}

const isRepeatable = (node: Statement): boolean =>
  ts.isExpressionStatement(node) || ts.isIterationStatement(node, false) || ts.isBlock(node);

/** Whether a statement begins on a line, behind what is not TypeScript. */
const isOn = ({ code, end }: Line, node: Statement, cell: SourceFile): boolean => {
  const start = node.getStart(cell);
  return code <= start && start < end;
};

/** Puts what runs the lines among the cell's statements, around those they measure. */
export function withLines(
  rewritten: readonly Rewritten[],
  lines: readonly Line[],
  cell: SourceFile,
): Statement[] {
  const left = [...rewritten];
  const before = (offset: number): Statement[] => {
    const count = left.findIndex(({ node }) => node.getStart(cell) >= offset);
    return left.splice(0, count < 0 ? left.length : count).flatMap(({ statements }) => statements);
  };
  const all = lines.flatMap((line) => {
    const earlier = before(line.start);
    if (!timing.includes(line.name)) return [...earlier, at(line, simple(line, cell), cell)];
    const timed = before(line.end);
    return [
      ...earlier,
      ...(line.name === "time" ? measured(line, timed, cell) : [at(line, repeated(line, timed, cell), cell)]),
    ];
  });
  return [...all, ...before(Infinity)];
}

const call = (cell: SourceFile, method: string, ...args: Expression[]): Expression =>
  factory.createCallExpression(
    factory.createPropertyAccessExpression(factory.createIdentifier(helperIn(cell, "__lines")), method),
    undefined,
    args,
  );

/** An expression as a statement in a line's place. To the compiler the line is a comment, which it would pass over. */
function at({ start, end }: Line, expression: Expression, { fileName, text }: SourceFile): Statement {
  const source = ts.createSourceMapSource(fileName, text, (position) => position);
  const statement = factory.createExpressionStatement(expression);
  return ts.setSourceMapRange(statement, { pos: start, end, source });
}

function simple(line: Line, cell: SourceFile): Expression {
  if (!isAwaited(line))
    return call(
      cell,
      "skip",
      factory.createStringLiteral(line.name),
      factory.createStringLiteral(needless[line.name] ?? ""),
    );
  const command = line.name === "!" ? line.rest : `${line.name} ${line.rest}`;
  return factory.createAwaitExpression(call(cell, "run", factory.createStringLiteral(command)));
}

/** Statements between two looks at the clock. What they return is looked at after the second one. */
function measured(line: Line, statements: Statement[], cell: SourceFile): Statement[] {
  const begin = at(line, call(cell, "begin"), cell);
  const last = statements.at(-1);
  if (!last || !ts.isReturnStatement(last) || !last.expression)
    return [begin, ...statements, at(line, call(cell, "end"), cell)];
  const returned = factory.updateReturnStatement(last, call(cell, "end", last.expression));
  return [begin, ...statements.slice(0, -1), returned];
}

/** Statements as a function that is called again and again. */
function repeated({ rest }: Line, statements: Statement[], cell: SourceFile): Expression {
  const isAsync = statements.some((node) => awaitsOutsideFunctions(node));
  const body = statements.map((node) =>
    ts.isReturnStatement(node) && node.expression
      ? ts.setTextRange(factory.createExpressionStatement(node.expression), node)
      : node,
  );
  const repeatable = factory.createArrowFunction(
    isAsync ? [factory.createModifier(ts.SyntaxKind.AsyncKeyword)] : undefined,
    undefined,
    [],
    undefined,
    undefined,
    factory.createBlock(body, true),
  );
  const count = (option: string): Expression =>
    factory.createNumericLiteral(new RegExp(`-${option}\\s*(\\d+)`).exec(rest)?.[1] ?? "0");
  const timed = call(cell, isAsync ? "timeitAsync" : "timeit", repeatable, count("n"), count("r"));
  return isAsync ? factory.createAwaitExpression(timed) : timed;
}
