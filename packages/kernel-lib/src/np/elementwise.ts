import { named } from "../array/named";
import { apply, convert, input } from "../expr";
import type { Composite, Expr, Input, Kind, Partials } from "../expr";
import type { ArrayLike } from "../array/asarray";
import { broadcastShapes, formatShape } from "../array/broadcast";
import { toArray } from "../array/coerce";
import { resultType, type DType } from "../array/dtype";
import { elementsOf, ndarray } from "../array/ndarray";
import { floatingType, isFloating } from "../array/traits";
import { convertType, map, Mapping, scalar, sourceOf } from "../ops/map";
import { areNumbersChecked, checkNumbers } from "../ops/numberChecks";
import { isTracer } from "../ops/tracer";
import type { Source } from "../expr/loop";

/**
 * In which dtype a function computes, given the one to which its numbers promote:
 * "any": in that one, bool included; "number": in that one, truth values count as int32;
 * "inexact": integers become float32; "floating": integers are an error; "integer": everything but integers is.
 */
export type Computing = "any" | "number" | "inexact" | "floating" | "integer";

/** An elementwise function, written once: everything else follows from its expression. */
export interface Definition {
  /** Its name, for messages. */
  readonly name: string;
  /** The names of its inputs; those that take truth values are followed by a question mark. */
  readonly inputs: readonly string[];
  readonly expression: (...inputs: readonly Expr[]) => Expr;
  /** Default: "number". */
  readonly computing?: Computing;
  /** What it does with truth values alone; null where that is an error. Left out: see `computing`. */
  readonly truth?: ((...inputs: readonly Expr[]) => Expr) | null;
  /** Partial derivatives where they are not those of the expression. */
  readonly partials?: Partials;
  /** How a formula writes it, where it is not written out. */
  readonly latex?: Composite["latex"];
}

/** An elementwise function made from its definition, applied to as many arrays as it has inputs. */
export class Elementwise {
  readonly name: string;
  readonly kinds: readonly Kind[];
  readonly operation: Composite | undefined;
  readonly #mappings = new Map<DType, Mapping>();
  readonly #inputs: readonly Input[];
  readonly #ofNumbers: boolean;
  #single: Mapping | undefined;

  constructor(readonly definition: Definition) {
    const { name, inputs, expression: body, partials, latex } = definition;
    this.name = name;
    this.kinds = inputs.map((input) => (input.endsWith("?") ? "truth" : "number"));
    this.#ofNumbers = this.kinds.every((kind) => kind === "number") && definition.computing !== "integer";
    this.#inputs = inputs.map((one, i) => input(one.replace("?", ""), this.kinds[i]));
    if (partials || latex) {
      this.operation = { name, arity: inputs.length, kind: "number", body, partials, latex };
    }
  }

  /** Its expression over its own inputs. */
  get expression(): Expr {
    return this.#expressionFor("float32", this.#inputs);
  }

  get inputs(): readonly Input[] {
    return this.#inputs;
  }

  /** Applies it to arrays, which are broadcast. */
  apply(args: readonly ArrayLike[]): ndarray {
    const result = this.#applyDirectly(args) ?? this.#applyToAny(args);
    if (areNumbersChecked() && !isTracer(result)) checkNumbers([result], () => this.name);
    return result;
  }

  /** The common case without detours: a float32 array, perhaps with plain numbers beside it. */
  #applyDirectly(args: readonly ArrayLike[]): ndarray | undefined {
    const x = args[0];
    if (!(x instanceof ndarray) || x.dtype !== "float32" || !this.#ofNumbers || isTracer(x)) return undefined;
    for (let i = 1; i < args.length; i++) if (typeof args[i] !== "number") return undefined;
    this.#single ??= this.#mappingFor("float32");
    const sources: Source[] = [elementsOf(x)];
    for (let i = 1; i < args.length; i++) sources.push(args[i] as number);
    return this.#single.fill(sources, x.shape);
  }

  #applyToAny(args: readonly ArrayLike[]): ndarray {
    const operands = args.map((arg) => (typeof arg === "number" ? arg : toArray(this.name, arg)));
    const dtype = this.#computingType(operands);
    const mapping = this.#mappingFor(dtype);
    const shape = broadcastShapes(this.name, ...operands.map((x) => (typeof x === "number" ? [] : x.shape)));
    const typeOf = (i: number): DType => (this.kinds[i] === "truth" ? "bool" : dtype);
    if (operands.some((x) => typeof x !== "number" && isTracer(x))) {
      return map(
        mapping,
        operands.map((x, i) =>
          typeof x === "number" ? scalar(plain(x, typeOf(i)), typeOf(i)) : convertType(x, typeOf(i)),
        ),
      );
    }
    return mapping.fill(
      operands.map((x, i) =>
        typeof x === "number" ? plain(x, typeOf(i)) : sourceOf(convertType(x, typeOf(i)), shape),
      ),
      shape,
    );
  }

  /** The dtype in which it computes on these operands. */
  #computingType(operands: readonly (ndarray | number)[]): DType {
    const numbers = operands.filter((_, i) => this.kinds[i] === "number");
    if (numbers.length === 0) return "bool";
    const dtype = resultType(...numbers);
    const { computing = "number", truth } = this.definition;
    if (computing === "floating" && !isFloating(dtype)) {
      throw new TypeError(`${this.name}: expected floating-point numbers, got ${dtype}`);
    }
    if (computing === "integer" && isFloating(dtype)) {
      throw new TypeError(`${this.name}: expected integers, got ${dtype}`);
    }
    if (dtype === "bool" && truth === null) {
      throw new TypeError(`${this.name}: expected numbers, got bool`);
    }
    if (computing === "inexact") return floatingType(dtype);
    if (dtype === "bool" && computing !== "any" && !truth) return "int32";
    return dtype;
  }

  #expressionFor(dtype: DType, args: readonly Expr[]): Expr {
    const { expression, truth } = this.definition;
    if (dtype === "bool" && truth) return convert(truth(...args.map((arg) => convert(arg, "bool"))), "bool");
    return this.operation ? apply(this.operation, ...args) : expression(...args);
  }

  #mappingFor(dtype: DType): Mapping {
    let mapping = this.#mappings.get(dtype);
    if (!mapping) {
      const types = this.kinds.map((kind): DType => (kind === "truth" ? "bool" : dtype));
      mapping = new Mapping(this.name, this.#expressionFor(dtype, this.#inputs), this.#inputs, types);
      this.#mappings.set(dtype, mapping);
    }
    return mapping;
  }
}

/** A plain number as an operand of that type. */
function plain(value: number, type: DType): number {
  return type === "bool" ? (value !== 0 ? 1 : 0) : value;
}

/** Makes an elementwise function of as many arrays as the definition has inputs. */
export function elementwise<F extends (...args: never[]) => ndarray>(definition: Definition): F {
  const machine = new Elementwise(definition);
  const { name, inputs } = definition;
  const f = (...args: readonly ArrayLike[]): ndarray => {
    if (args.length !== inputs.length) throw wrongCount(name, inputs.length, args);
    return machine.apply(args);
  };
  named(name, f);
  return Object.assign(f, { machine }) as unknown as F;
}

function wrongCount(name: string, expected: number, args: readonly ArrayLike[]): TypeError {
  const given = args.map((arg) => (arg instanceof ndarray ? formatShape(arg.shape) : typeof arg)).join(", ");
  return new TypeError(
    `${name}: expected ${expected} ${expected === 1 ? "array" : "arrays"}, got ${args.length}${given && `: ${given}`}`,
  );
}
