import { parseExpression } from "vega";

type Parameters = Readonly<Record<string, number | boolean>>;
type Evaluate = (x: number, parameters: Parameters) => number | boolean;

/** The part of an ESTree node that is read here. */
interface Node {
  type: string;
  [key: string]: unknown;
}

const constants: Readonly<Record<string, number>> = {
  NaN,
  E: Math.E,
  LN2: Math.LN2,
  LN10: Math.LN10,
  LOG2E: Math.LOG2E,
  LOG10E: Math.LOG10E,
  PI: Math.PI,
  SQRT1_2: Math.SQRT1_2,
  SQRT2: Math.SQRT2,
  MIN_VALUE: Number.MIN_VALUE,
  MAX_VALUE: Number.MAX_VALUE,
};

const mathNames =
  "abs acos asin atan atan2 ceil cos exp floor hypot log max min pow round sin sqrt tan".split(" ");

const functions: Readonly<Record<string, (...numbers: number[]) => number | boolean>> = {
  ...Object.fromEntries(
    mathNames.map((name) => [name, Math[name as "abs"] as (...numbers: number[]) => number]),
  ),
  isNaN: (value) => Number.isNaN(value),
  isFinite: (value) => Number.isFinite(value),
  clamp: (value, low, high) => Math.max(low, Math.min(high, value)),
};

const binary: Readonly<Record<string, (a: number, b: number) => number | boolean>> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => a / b,
  "%": (a, b) => a % b,
  "<": (a, b) => a < b,
  "<=": (a, b) => a <= b,
  ">": (a, b) => a > b,
  ">=": (a, b) => a >= b,
  "==": (a, b) => a == b,
  "===": (a, b) => a === b,
  "!=": (a, b) => a != b,
  "!==": (a, b) => a !== b,
};

function build(node: Node): Evaluate {
  const part = (key: string) => build(node[key] as Node);
  switch (node.type) {
    case "Literal": {
      const value = node.value as number | boolean;
      return () => value;
    }
    case "Identifier": {
      const name = node.name as string;
      if (Object.hasOwn(constants, name)) return () => constants[name];
      return (_, parameters) => {
        if (!Object.hasOwn(parameters, name)) throw new TypeError(`expression: unknown name ${name}`);
        return parameters[name];
      };
    }
    case "MemberExpression": {
      const { object, property, computed } = node as unknown as {
        object: Node;
        property: Node;
        computed: boolean;
      };
      if (computed || object.name !== "datum" || property.name !== "x") {
        throw new TypeError("expression: of members only datum.x is known");
      }
      return (x) => x;
    }
    case "CallExpression": {
      const name = (node.callee as Node).name as string;
      const args = (node.arguments as Node[]).map(build);
      if (name === "if") return (x, p) => (args[0](x, p) ? args[1](x, p) : args[2](x, p));
      if (!Object.hasOwn(functions, name)) throw new TypeError(`expression: unknown function ${name}`);
      const call = functions[name];
      return (x, p) => call(...args.map((arg) => Number(arg(x, p))));
    }
    case "BinaryExpression": {
      const operator = node.operator as string;
      if (!Object.hasOwn(binary, operator)) throw new TypeError(`expression: unknown operator ${operator}`);
      const [operate, left, right] = [binary[operator], part("left"), part("right")];
      return (x, p) => operate(Number(left(x, p)), Number(right(x, p)));
    }
    case "LogicalExpression": {
      const [left, right] = [part("left"), part("right")];
      return node.operator === "&&"
        ? (x, p) => left(x, p) && right(x, p)
        : (x, p) => left(x, p) || right(x, p);
    }
    case "UnaryExpression": {
      const argument = part("argument");
      if (node.operator === "!") return (x, p) => !argument(x, p);
      if (node.operator === "-") return (x, p) => -Number(argument(x, p));
      return (x, p) => Number(argument(x, p));
    }
    case "ConditionalExpression": {
      const [test, then, otherwise] = [part("test"), part("consequent"), part("alternate")];
      return (x, p) => (test(x, p) ? then(x, p) : otherwise(x, p));
    }
    default:
      throw new TypeError(`expression: ${node.type} is not part of a formula`);
  }
}

/**
 * Makes a function of a Vega expression of `datum.x` and parameters, without eval, and without anything but
 * arithmetic in it.
 *
 * @throws TypeError if the expression holds more than a formula does, naming it.
 */
export function formula(expression: string): (x: number, parameters: Parameters) => number {
  const evaluate = build(parseExpression(expression) as unknown as Node);
  return (x, parameters) => Number(evaluate(x, parameters));
}
