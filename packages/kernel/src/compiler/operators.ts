/** Which method of an array an operator means, and whether a type is that of an array. */
import { arrayMethods } from "./reversal";
import { ts, type Checker, type CompilerType, type SyntaxKind } from "./typescript";

const { SyntaxKind: Kind } = ts;

/** Operators that TypeScript refuses for arrays, and the methods they mean. */
const arithmetic = new Map<SyntaxKind, string>([
  [Kind.PlusToken, "add"],
  [Kind.MinusToken, "sub"],
  [Kind.AsteriskToken, "mul"],
  [Kind.SlashToken, "div"],
  [Kind.PercentToken, "mod"],
  [Kind.AsteriskAsteriskToken, "pow"],
]);

/** Operators that compare: TypeScript refuses them for an array and a number, and takes them for two arrays. */
const comparisons = new Map<SyntaxKind, string>([
  [Kind.LessThanToken, "less"],
  [Kind.GreaterThanToken, "greater"],
  [Kind.LessThanEqualsToken, "lessEqual"],
  [Kind.GreaterThanEqualsToken, "greaterEqual"],
  [Kind.EqualsEqualsToken, "equal"],
  [Kind.ExclamationEqualsToken, "notEqual"],
]);

/** Operators that also assign. */
const assignments = new Map<SyntaxKind, string>([
  [Kind.PlusEqualsToken, "add"],
  [Kind.MinusEqualsToken, "sub"],
  [Kind.AsteriskEqualsToken, "mul"],
  [Kind.SlashEqualsToken, "div"],
  [Kind.PercentEqualsToken, "mod"],
  [Kind.AsteriskAsteriskEqualsToken, "pow"],
]);

/** What an operator means for arrays. */
export interface Operator {
  method: string;
  kind: "arithmetic" | "comparison" | "assignment";
}

/** What an operator means for arrays, if it means anything. */
export function operatorOf(kind: SyntaxKind): Operator | undefined {
  const find = (table: Map<SyntaxKind, string>, name: Operator["kind"]): Operator | undefined => {
    const method = table.get(kind);
    return method === undefined ? undefined : { method, kind: name };
  };
  return find(arithmetic, "arithmetic") ?? find(comparisons, "comparison") ?? find(assignments, "assignment");
}

/** What a value of a type may be. */
export interface Nature {
  /** The arrays among the types it may have. */
  arrays: CompilerType[];
  /** Whether it may be a number, a truth value or a list, which arrays take beside them. */
  plain: boolean;
  any: boolean;
  /** Whether it may be something else, such as a text. */
  other: boolean;
}

/** Tells what a value of a type may be. An array is what has an array's methods. */
export function natureOf(checker: Checker, type: CompilerType): Nature {
  const nature: Nature = { arrays: [], plain: false, any: false, other: false };
  const base = checker.getBaseConstraintOfType(type) ?? type;
  for (const one of base.isUnion() ? base.types : [base]) {
    if (one.flags & ts.TypeFlags.Any) nature.any = true;
    else if (one.flags & (ts.TypeFlags.NumberLike | ts.TypeFlags.BooleanLike) || checker.isArrayLikeType(one))
      nature.plain = true;
    else if (isArray(checker, one)) nature.arrays.push(one);
    else nature.other = true;
  }
  return nature;
}

const isArray = (checker: Checker, type: CompilerType): boolean =>
  (type.flags & ts.TypeFlags.Object) !== 0 &&
  arrayMethods.every((name) => checker.getPropertyOfType(type, name));

/** Whether a value of a type is an array, whatever else it may be. */
export const isMaybeArray = (checker: Checker, type: CompilerType): boolean =>
  natureOf(checker, type).arrays.length > 0;
