import { sameShape } from "../array/broadcast";
import { elementsOf, type ndarray } from "../array/ndarray";
import { concatenatePrimitive } from "../ops/concatenate";
import { full, isAddition, mapPrimitive } from "../ops/map";
import { padPrimitive, type PadParams } from "../ops/slice";
import { paramsOf, type Atom, type Equation, type Graph, Variable } from "./graph";

/** Arrays that stand side by side along an axis, each from one place on, with zeros before, between and behind them. */
interface Pieces {
  readonly axis: number;
  readonly at: readonly (readonly [start: number, piece: Atom])[];
}

/**
 * Puts arrays side by side that were padded with zeros and then added up: what becomes of an array's cotangent where
 * the array was cut into parts, such as the gates of a recurrent cell.
 */
export function withJoinedPads(graph: Graph): Graph {
  const known = new Map<Atom, Pieces>();
  const equations = graph.equations.flatMap((equation): Equation[] => {
    const [result] = equation.results;
    const padding = paramsOf(padPrimitive, equation);
    const pieces = padding ? padded(equation.operands, padding) : sum(equation, known);
    if (!pieces) return [equation];
    known.set(result, pieces);
    return padding ? [equation] : joined(result, pieces);
  });
  return { ...graph, equations };
}

/** What was padded with zeros along one axis, as a piece. */
function padded([x, value]: readonly Atom[], { low, high, interior }: PadParams): Pieces | undefined {
  const isZero = !(value instanceof Variable) && elementsOf(value)[0] === 0;
  const changed = low.flatMap((width, axis) => (width !== 0 || high[axis] !== 0 ? [axis] : []));
  const [axis] = changed;
  if (!isZero || changed.length !== 1 || interior[axis] !== 0 || low[axis] < 0 || high[axis] < 0) {
    return undefined;
  }
  return { axis, at: [[low[axis], x]] };
}

/** The sum of pieces that lie along the same axis, none upon another. */
function sum(equation: Equation, known: ReadonlyMap<Atom, Pieces>): Pieces | undefined {
  const mapping = paramsOf(mapPrimitive, equation);
  if (!mapping || !isAddition(mapping)) return undefined;
  const [a, b] = equation.operands.map((atom) => known.get(atom));
  if (!a || !b || a.axis !== b.axis || !sameShape(equation.operands[0].shape, equation.operands[1].shape)) {
    return undefined;
  }
  const at = [...a.at, ...b.at].sort(([start], [other]) => start - other);
  const isFree = at.every(([start], i) => i === 0 || start >= endOf(at[i - 1], a.axis));
  return isFree ? { axis: a.axis, at } : undefined;
}

const endOf = ([start, { shape }]: Pieces["at"][number], axis: number): number => start + shape[axis];

/** The equation that puts pieces side by side. */
function joined(result: Variable, { axis, at }: Pieces): Equation[] {
  const zeros = (length: number): ndarray[] =>
    length === 0
      ? []
      : [
          full(
            0,
            result.shape.map((one, i) => (i === axis ? length : one)),
            result.dtype,
          ),
        ];
  const operands = at.flatMap((piece, i): Atom[] => [
    ...zeros(piece[0] - (i === 0 ? 0 : endOf(at[i - 1], axis))),
    piece[1],
  ]);
  operands.push(...zeros(result.shape[axis] - endOf(at[at.length - 1], axis)));
  return [{ primitive: concatenatePrimitive, operands, params: { axis }, results: [result] } as Equation];
}
