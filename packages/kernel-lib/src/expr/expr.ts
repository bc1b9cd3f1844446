import type { Tex } from "./tex";
import type { Lane, Lanes } from "./simd/lanes";

/** What an expression yields: a number or a truth value. */
export type Kind = "number" | "truth";

/** The types a column of values may have while an expression is evaluated. */
export type ColumnType = "float32" | "float64" | "int32" | "uint32" | "uint8" | "bool";

/** A place where a value comes in. Inputs are told apart by identity, the name is for printing alone. */
export interface Input {
  readonly form: "input";
  readonly kind: Kind;
  readonly name: string;
  /** How a formula shows it. Left out: as its name says. */
  readonly latex?: string;
}

/** A number (or 0 and 1 as truth value) known beforehand. */
export interface Constant {
  readonly form: "constant";
  readonly kind: Kind;
  readonly value: number;
  /** How a formula shows it where digits would hide what it is, as `\sqrt{2/\pi}`. */
  readonly latex?: string;
}

/** An operation applied to expressions. */
export interface Application {
  readonly form: "application";
  readonly kind: Kind;
  readonly operation: Operation;
  readonly args: readonly Expr[];
}

/** An elementwise expression: an immutable tree whose parts may be shared. */
export type Expr = Input | Constant | Application;

/** What the constructors of expressions take. */
export type Operand = Expr | number | boolean;

/** The partial derivative by each argument; null where it is zero by definition. */
export type Partials = (self: Expr, ...args: readonly Expr[]) => readonly (Expr | null)[];

interface Common {
  readonly name: string;
  readonly arity: number;
  /** The kind of the result: its own, or that of the second argument (of the alternatives of a choice). */
  readonly kind: Kind | "second";
  /** The formula; what prints an argument is given first. Left out: the name as a function. */
  readonly latex?: (print: (e: Expr) => Tex, ...args: readonly Expr[]) => Tex;
}

/** An operation that the machines know: how it is computed, differentiated and written. */
export interface Primitive extends Common {
  /** The value in double precision. Truth values are 0 and 1. */
  readonly evaluate: (...args: readonly number[]) => number;
  /** The value for integers, where `evaluate` would lose digits. */
  readonly evaluateInteger?: (...args: readonly number[]) => number;
  readonly partials?: Partials;
  /** The text of a Vega expression. */
  readonly vega: (...args: readonly string[]) => string;
  /** The operation on four float32 values at once; left out where there is none. */
  readonly lanes?: (lanes: Lanes, ...args: readonly Lane[]) => Lane;
  /** An equal expression that costs less, or undefined. Equal to the bit, signed zeros and NaN included. */
  readonly reduce?: (...args: readonly Expr[]) => Expr | undefined;
  /** The type that a conversion yields. Left out: that of the arguments, or bool for truth values. */
  readonly convertsTo?: ColumnType;
}

/** An operation that has a name of its own but is computed by way of others. */
export interface Composite extends Common {
  readonly body: (...args: readonly Expr[]) => Expr;
  /** Left out: those of the body. */
  readonly partials?: Partials;
  /** The letter under which a long part goes in a formula, which says behind it what the letter stands for. */
  readonly letter?: string;
  /** The form to read, where the body takes detours for the sake of digits. It may differ at single points. */
  readonly plain?: (...args: readonly Expr[]) => Expr;
  /** The same without the exception of single points, for what is drawn. Left out: `plain`, which then has none. */
  readonly plainEverywhere?: (...args: readonly Expr[]) => Expr;
}

export type Operation = Primitive | Composite;

export function isPrimitive(operation: Operation): operation is Primitive {
  return "evaluate" in operation;
}

/** A new input. */
export function input(name: string, kind: Kind = "number", latex?: string): Input {
  return { form: "input", kind, name, ...(latex !== undefined && { latex }) };
}

/** A known number or truth value. */
export function constant(value: number | boolean, latex?: string): Constant {
  const kind = typeof value === "boolean" ? "truth" : "number";
  return { form: "constant", kind, value: Number(value), ...(latex !== undefined && { latex }) };
}

/** Makes an expression of what may be a plain number. */
export function toExpr(operand: Operand): Expr {
  return typeof operand === "object" ? operand : constant(operand);
}

/** Tells whether an expression is the constant of that value; −0 is not 0. */
export function isConstant(e: Expr, value: number): boolean {
  return e.form === "constant" && Object.is(e.value, value);
}

/** Applies an operation; an application to constants alone is computed at once. */
export function apply(operation: Operation, ...operands: readonly Operand[]): Expr {
  const args = operands.map(toExpr);
  const kind = operation.kind === "second" ? args[1].kind : operation.kind;
  if (isPrimitive(operation)) {
    if (operation.convertsTo === undefined && args.every((e) => e.form === "constant")) {
      const value = operation.evaluate(...args.map((e) => (e as Constant).value));
      return kind === "truth" ? constant(value !== 0) : constant(value);
    }
    const reduced = operation.reduce?.(...args);
    if (reduced) return reduced;
  }
  return { form: "application", kind, operation, args };
}

/** A constructor of expressions, with the operation it applies. */
export type Constructor<O extends Operation = Operation> = ((...args: readonly Operand[]) => Expr) & {
  readonly operation: O;
};

/** Turns the definition of an operation into a constructor of expressions. */
export function define<O extends Operation>(operation: O): Constructor<O> {
  return Object.assign((...args: readonly Operand[]) => apply(operation, ...args), { operation });
}

/** Replaces inputs by expressions; what holds none of them stays the same object. */
export function substitute(e: Expr, replacements: ReadonlyMap<Expr, Expr>): Expr {
  const done = new Map<Expr, Expr>(replacements);
  const visit = (node: Expr): Expr => {
    const known = done.get(node);
    if (known) return known;
    let result = node;
    if (node.form === "application") {
      const args = node.args.map(visit);
      if (args.some((arg, i) => arg !== node.args[i])) result = apply(node.operation, ...args);
    }
    done.set(node, result);
    return result;
  };
  return visit(e);
}

/** Collects the inputs that occur in an expression, in the order of their first use. */
export function inputsOf(e: Expr): Input[] {
  const seen = new Set<Expr>();
  const found: Input[] = [];
  const visit = (node: Expr): void => {
    if (seen.has(node)) return;
    seen.add(node);
    if (node.form === "input") found.push(node);
    else if (node.form === "application") node.args.forEach(visit);
  };
  visit(e);
  return found;
}
