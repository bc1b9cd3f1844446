/** A cell as plain TypeScript: methods in place of operators on arrays, comments in place of other lines. */
import { isReadAnew } from "./arithmetic";
import type { Line } from "./lines";
import { natureOf } from "./operators";
import type { Snapshot } from "./project";
import { fromTheRight } from "./reversal";
import {
  ts,
  type CallExpression,
  type Expression,
  type Node,
  type PropertyAccessExpression,
} from "./typescript";

type MethodCall = CallExpression & { expression: PropertyAccessExpression };

const isMethodCall = (node: Node): node is MethodCall =>
  ts.isCallExpression(node) &&
  ts.isPropertyAccessExpression(node.expression) &&
  isReadAnew(node.expression.name);

const isComma = (node: Node): boolean =>
  ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.CommaToken;

/** Writes a cell such that TypeScript alone understands it. */
export function plainText({ cell, checker }: Snapshot, code: string, lines: readonly Line[]): string {
  const isArray = (node: Expression): boolean => {
    const { arrays, plain, any, other } = natureOf(checker, checker.getTypeAtLocation(node));
    return arrays.length > 0 && !plain && !any && !other;
  };
  /** What is written between two places, with comments in place of what is not TypeScript. */
  const slice = (from: number, to: number): string => {
    let between = "";
    let at = from;
    for (const line of lines.filter(({ start, code: end }) => from <= start && end <= to)) {
      const text = code.slice(line.start, line.code).trimEnd();
      const comment = line.code < line.end ? `/* ${text} */ ` : `// ${text.replaceAll("\n", "\n// ")}`;
      between += cell.text.slice(at, line.start) + comment;
      at = line.code;
    }
    return between + cell.text.slice(at, to);
  };
  const written = (node: Node): string => {
    const anew = writtenAnew(node);
    if (anew !== undefined) return slice(node.pos, node.getStart(cell)) + anew;
    let text = "";
    let at = node.pos;
    ts.forEachChild(node, (child) => {
      text += slice(at, child.pos) + written(child);
      at = child.end;
    });
    return text + slice(at, node.end);
  };
  /** An expression without what stands before it. */
  const own = (node: Expression): string =>
    written(node)
      .slice(slice(node.pos, node.getStart(cell)).length)
      .trimEnd();
  /** An expression without the brackets and the white space around it. */
  const bare = (node: Expression): string =>
    ts.isParenthesizedExpression(node) && !isComma(node.expression) ? bare(node.expression) : own(node);
  const object = (node: Expression): string => {
    const isSimple = ts.isLeftHandSideExpression(node) && !ts.isNumericLiteral(node);
    if (ts.isParenthesizedExpression(node)) return isMethodCall(node.expression) ? bare(node) : own(node);
    return isSimple ? bare(node) : `(${bare(node)})`;
  };
  const writtenAnew = (node: Node): string | undefined => {
    if (ts.isPrefixUnaryExpression(node) && isReadAnew(node)) return `Number(${bare(node.operand)})`;
    if (
      ts.isBinaryExpression(node) &&
      isMethodCall(node.right) &&
      isReadAnew(node.right.expression.expression)
    ) {
      const target = own(node.left);
      return `${target} = ${calling(node.right, target, node.left)}`;
    }
    if (!isMethodCall(node)) return undefined;
    const left = node.expression.expression;
    return calling(node, object(left), left);
  };
  const calling = (
    { expression, arguments: [right] }: MethodCall,
    left: string,
    node: Expression,
  ): string => {
    const method = expression.name.text.replace(/^__/, "");
    const isKnown = method === expression.name.text;
    if (!right) return isKnown ? `${left}.${method}()` : `-${left}`;
    if (isKnown) return `${left}.${method}(${bare(right)})`;
    if (isArray(right)) return `${object(right)}.${fromTheRight[method]}(${bare(node)})`;
    // Which of them is an array shows only when it runs: there is no method to write.
    return cell.text.slice(node.getStart(cell), right.end);
  };
  return written(cell);
}
