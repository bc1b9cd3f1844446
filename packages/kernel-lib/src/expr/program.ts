import { isPrimitive } from "./expr";
import type { ColumnType, Expr, Input, Primitive } from "./expr";
import { expand } from "./derivative";

/** One operation of a program; arguments and result are numbers of slots. */
export interface Step {
  readonly primitive: Primitive;
  readonly args: readonly number[];
  readonly slot: number;
}

/** An expression as a list of steps, each done once, with a type for every slot. */
export interface Program {
  /** The slots of the inputs: the first ones, in their order. */
  readonly inputs: readonly ColumnType[];
  readonly constants: readonly { readonly slot: number; readonly value: number }[];
  readonly steps: readonly Step[];
  readonly types: readonly ColumnType[];
  readonly output: number;
}

/** What is known of one part while a program is made: constants have no type until something uses them. */
type Part = { readonly slot: number } | { readonly value: number };

/**
 * Writes an expression as a program: operations with a body are replaced by it, equal parts become one step, and
 * every constant takes the type of what it is combined with; constants among themselves that of the inputs, in floating
 * point.
 *
 * @param inputs - The inputs in the order in which their columns will come.
 * @param inputTypes - The types of those columns.
 */
export function compile(e: Expr, inputs: readonly Input[], inputTypes: readonly ColumnType[]): Program {
  const types: ColumnType[] = [...inputTypes];
  const usual = inputTypes.includes("float64") ? "float64" : "float32";
  const constants: { slot: number; value: number }[] = [];
  const steps: Step[] = [];
  const numbered = new Map<string, number>();
  const parts = new Map<Expr, Part>(inputs.map((one, slot) => [one, { slot }]));

  const number = (key: string, type: ColumnType, make: (slot: number) => void): number => {
    const known = numbered.get(key);
    if (known !== undefined) return known;
    const slot = types.push(type) - 1;
    numbered.set(key, slot);
    make(slot);
    return slot;
  };

  const place = (part: Part, type: ColumnType): number => {
    if ("slot" in part) return part.slot;
    const value = part.value;
    const key = `${Object.is(value, -0) ? "-0" : value}:${type}`;
    return number(key, type, (slot) => constants.push({ slot, value }));
  };

  const visit = (node: Expr): Part => {
    const known = parts.get(node);
    if (known) return known;
    const part = node.form === "constant" ? { value: node.value } : { slot: step(node) };
    parts.set(node, part);
    return part;
  };

  const step = (node: Expr): number => {
    if (node.form !== "application" || !isPrimitive(node.operation)) {
      throw new Error(`compile: "${(node as Input).name}" is not among the inputs`);
    }
    const primitive = node.operation;
    const args = node.args.map(visit);
    const slots = placeAll(node.args, args);
    const operand = types[slots[primitive.kind === "second" ? 1 : 0]];
    const type = primitive.convertsTo ?? (primitive.kind === "truth" ? "bool" : operand);
    return number(`${primitive.name}:${slots.join()}`, type, (slot) =>
      steps.push({ primitive, args: slots, slot }),
    );
  };

  const placeAll = (nodes: readonly Expr[], args: readonly Part[]): number[] => {
    const typed = args.findIndex((part, i) => "slot" in part && nodes[i].kind === "number");
    const common = typed < 0 ? usual : types[(args[typed] as { slot: number }).slot];
    return args.map((part, i) => place(part, nodes[i].kind === "truth" ? "bool" : common));
  };

  const root = expand(e);
  const rootPart = visit(root);
  const output = place(rootPart, root.kind === "truth" ? "bool" : usual);
  return { inputs: inputTypes, constants, steps, types, output };
}

/** A text that two programs share exactly when they do the same. */
export function keyOf(program: Program): string {
  const steps = program.steps.map(({ primitive, args }) => `${primitive.name}(${args.join()})`);
  const constants = program.constants.map(
    ({ slot, value }) => `${slot}=${Object.is(value, -0) ? "-0" : value}`,
  );
  return [program.types.join(), constants.join(), steps.join(";"), program.output].join("|");
}
