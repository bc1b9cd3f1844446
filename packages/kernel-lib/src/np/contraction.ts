import * as e from "../expr";
import { formatShape, sameShape } from "../array/broadcast";
import type { ArrayLike } from "../array/asarray";
import type { ndarray } from "../array/ndarray";
import { sum } from "../ops/broadcast";
import { dot } from "../ops/dot";
import { reshape, transpose } from "../ops/layout";
import { convertType, mapped, multiply } from "../ops/map";
import { sliceAxis } from "../ops/slice";
import { contractionOrder } from "./contractionOrder";
import { combined } from "./operands";

/** An array whose axes have names. */
export interface Labelled {
  readonly x: ndarray;
  readonly labels: readonly string[];
}

/**
 * Multiplies arrays whose axes have names and adds up along those names that the result does not have. A name that
 * occurs twice in one array takes its diagonal; an axis of length 1 is repeated beside a longer one of its name.
 *
 * @param terms - Arrays of one dtype.
 * @param output - The names of the axes of the result, all of them among those of the terms.
 * @param isOrdered - Whether to multiply from left to right, instead of in the order that takes fewest operations.
 */
export function contraction(
  functionName: string,
  terms: readonly Labelled[],
  output: readonly string[],
  isOrdered = false,
): ndarray {
  const sizes = sizesOf(functionName, terms);
  let rest = terms.map((term) => onceEach(withoutOnes(term, sizes)));
  // Lengths of 1 that stand alone stay away from the products, too.
  for (const [step, next] of contractionOrder(
    rest.map(({ labels }) => labels),
    output,
    sizes,
    isOrdered,
  )) {
    const others = rest.filter((_, i) => i !== step && i !== next);
    const needed = new Set([...output, ...others.flatMap(({ labels }) => labels)]);
    rest = [...others, product(rest[step], rest[next], needed)];
  }
  return arrangedAs(summed(rest[0], new Set(output)), output);
}

/** The length that belongs to each name. */
function sizesOf(functionName: string, terms: readonly Labelled[]): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const { x, labels } of terms) {
    labels.forEach((label, axis) => {
      const [known, own] = [sizes.get(label) ?? 1, x.shape[axis]];
      if (known !== own && known !== 1 && own !== 1) {
        const shapes = terms.map((term) => formatShape(term.x.shape)).join(" and ");
        throw new RangeError(
          `${functionName}: shapes ${shapes} do not fit: axis "${label}" has lengths ${known} and ${own}`,
        );
      }
      sizes.set(label, known === 1 ? own : known);
    });
  }
  return sizes;
}

/** Leaves out axes of length 1 whose name is longer elsewhere. */
function withoutOnes({ x, labels }: Labelled, sizes: ReadonlyMap<string, number>): Labelled {
  const kept = labels.flatMap((label, axis) => (x.shape[axis] === sizes.get(label) ? [axis] : []));
  if (kept.length === labels.length) return { x, labels };
  return {
    x: reshape(
      x,
      kept.map((axis) => x.shape[axis]),
    ),
    labels: kept.map((axis) => labels[axis]),
  };
}

/** Takes the diagonal of axes of the same name. */
function onceEach({ x, labels }: Labelled): Labelled {
  const first = labels.findIndex((label, axis) => labels.indexOf(label, axis + 1) >= 0);
  if (first < 0) return { x, labels };
  const second = labels.indexOf(labels[first], first + 1);
  const others = [...labels.keys()].filter((axis) => axis !== first && axis !== second);
  const n = x.shape[first];
  const shape = others.map((axis) => x.shape[axis]);
  const flat = reshape(transpose(x, [...others, first, second]), [...shape, n * n]);
  const diagonal = sliceAxis(flat, others.length, 0, n * n, n + 1);
  return onceEach({ x: diagonal, labels: [...others.map((axis) => labels[axis]), labels[first]] });
}

/** Adds up along names that are not needed. */
function summed({ x, labels }: Labelled, needed: ReadonlySet<string>): Labelled {
  const axes = [...labels.keys()].filter((axis) => !needed.has(labels[axis]));
  const total = x.dtype === "bool" ? convertType(sum(convertType(x, "int32"), axes), "bool") : sum(x, axes);
  return { x: total, labels: labels.filter((label) => needed.has(label)) };
}

/** Multiplies two arrays and adds up along the names that are not needed any more. */
function product(left: Labelled, right: Labelled, needed: ReadonlySet<string>): Labelled {
  const a = summed(left, new Set([...needed, ...right.labels]));
  const b = summed(right, new Set([...needed, ...left.labels]));
  const common = a.labels.filter((label) => b.labels.includes(label));
  const batch = common.filter((label) => needed.has(label));
  const contract = common.filter((label) => !needed.has(label));
  const own = (labels: readonly string[]): string[] => labels.filter((label) => !common.includes(label));
  const labels = [...batch, ...own(a.labels), ...own(b.labels)];
  if (contract.length === 0) return { x: elementwiseProduct(a, b, labels), labels };
  const axes = (term: Labelled, names: readonly string[]): number[] =>
    names.map((label) => term.labels.indexOf(label));
  const x = dot(a.x, b.x, {
    contract: [axes(a, contract), axes(b, contract)],
    batch: [axes(a, batch), axes(b, batch)],
  });
  return { x, labels };
}

/** Multiplies without adding up: axes that one of both lacks are repeated. */
function elementwiseProduct(a: Labelled, b: Labelled, labels: readonly string[]): ndarray {
  const spread = ({ x, labels: own }: Labelled): ndarray => {
    const present = labels.filter((label) => own.includes(label));
    const ordered = arrangedAs({ x, labels: own }, present);
    return reshape(
      ordered,
      labels.map((label) => (own.includes(label) ? x.shape[own.indexOf(label)] : 1)),
    );
  };
  const times = a.x.dtype === "bool" ? (x: ndarray, y: ndarray) => mapped(e.and, x, y) : multiply;
  return times(spread(a), spread(b));
}

function arrangedAs({ x, labels }: Labelled, output: readonly string[]): ndarray {
  return transpose(
    x,
    output.map((label) => labels.indexOf(label)),
  );
}

/** Adds up products along pairs of axes; the other axes of `x` come first, then those of `y`. */
export function alongAxes(
  functionName: string,
  x: ArrayLike,
  y: ArrayLike,
  axesX: readonly number[],
  axesY: readonly number[],
): ndarray {
  const [a, b] = combined(functionName, [x, y]);
  const lengths = (one: ndarray, axes: readonly number[]): number[] => axes.map((axis) => one.shape[axis]);
  if (!sameShape(lengths(a, axesX), lengths(b, axesY))) {
    const shapes = `${formatShape(a.shape)} and ${formatShape(b.shape)}`;
    throw new RangeError(`${functionName}: axes of shapes ${shapes} that are multiplied differ in length`);
  }
  return dot(a, b, { contract: [axesX, axesY], batch: [[], []] });
}
