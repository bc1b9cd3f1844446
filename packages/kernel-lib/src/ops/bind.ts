import type { ndarray } from "../array/ndarray";
import { areNumbersChecked, checkNumbers } from "./numberChecks";
import type { JvpRule, Primitive, Trace } from "./primitive";
import { isTracer } from "./tracer";

/** Applies a primitive: at once, or by way of the innermost transformation that follows one of the operands. */
export function bind<P>(
  primitive: Primitive<P>,
  operands: readonly ndarray[],
  params: P,
): readonly ndarray[] {
  let top: Trace | undefined;
  for (const operand of operands) {
    if (isTracer(operand) && (top === undefined || operand.follower.level > top.level))
      top = operand.follower;
  }
  if (top !== undefined) return top.process(primitive, operands, params);
  const results = primitive.run(operands, params);
  if (areNumbersChecked()) checkNumbers(results, () => calledName(primitive, params));
  return results;
}

/** What a message calls a primitive: elementwise ones by what they compute. */
function calledName<P>(primitive: Primitive<P>, params: P): string {
  const name = primitive.print?.(params).f;
  return typeof name === "string" ? name : primitive.name;
}

/** Applies a primitive of one result. */
export function bindOne<P>(primitive: Primitive<P>, operands: readonly ndarray[], params: P): ndarray {
  return bind(primitive, operands, params)[0];
}

/** Applies the body of a primitive, for the rules that say so. */
export function bodyOf<P>(
  primitive: Primitive<P>,
  operands: readonly ndarray[],
  params: P,
): readonly ndarray[] {
  if (primitive.body) return primitive.body(operands, params);
  throw new Error(`${primitive.name}: a rule refers to a body that there is not`);
}

/** The rule of results that never change with the operands: comparisons, indices, bits. */
export const noTangent =
  <P>(primitive: () => Primitive<P>): JvpRule<P> =>
  (operands, _, params) => {
    const outputs = bind(primitive(), operands, params);
    return { outputs, tangents: outputs.map(() => null) };
  };
