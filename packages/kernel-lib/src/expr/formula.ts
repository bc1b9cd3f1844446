import { derivative } from "./derivative";
import type { Expr, Input } from "./expr";
import { latex } from "./latex";
import { texName } from "./tex";
import { vegaExpression } from "./vega";

/** What a function looks like: its formula and its derivative's, in LaTeX and in Vega's expression language. */
export class Formula {
  /**
   * @param name - The function's name in formulas.
   * @param inputs - Its inputs; the derivative is by the first one.
   * @param expression - What it computes.
   * @param textbook - The form a textbook shows. Default: what it computes.
   * @param textbookDerivative - The derivative as a textbook shows it. Default: derived from `textbook`.
   */
  constructor(
    readonly name: string,
    readonly inputs: readonly Input[],
    readonly expression: Expr,
    readonly textbook: Expr = expression,
    readonly textbookDerivative: Expr = derivative(textbook, inputs[0]),
  ) {}

  /** The formula, `f(x) = …`. */
  get latex(): string {
    return `${texName(this.name)}(x) = ${latex(this.textbook)}`;
  }

  /** The formula of the derivative, `f'(x) = …`. */
  get derivativeLatex(): string {
    return `${texName(this.name)}'(x) = ${latex(this.textbookDerivative)}`;
  }

  /** The function and its derivative as Vega expressions, given what the inputs are called there. */
  vega(names: Readonly<Record<string, string>> = {}): { value: string; derivative: string } {
    const named = new Map(this.inputs.map((one) => [one, names[one.name] ?? one.name]));
    return {
      value: vegaExpression(this.expression, named),
      derivative: vegaExpression(derivative(this.expression, this.inputs[0]), named),
    };
  }
}
