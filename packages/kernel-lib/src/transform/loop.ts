import { unsettle } from "../simd/resident";
import { elementsOf, ndarray } from "../array/ndarray";
import { emptyStorage, releaseStorage } from "../array/traits";
import { add } from "../ops/map";
import { areNumbersChecked } from "../ops/numberChecks";
import { compiledOf } from "./compile";
import { fission, type Fission, type LoopShape } from "./fission";
import type { Graph } from "./graph";

/**
 * A loop of a known number of steps. Operands: what is the same for all steps, what is carried from step to step, and
 * arrays of which each step gets one along the first axis. Results: what was carried last, and what each step gave.
 */
export interface ScanParams extends LoopShape {
  /** From (constants, carry, elements) to (carry, what a step gives). */
  readonly body: Graph;
  readonly reverse: boolean;
}

/** Operands of a loop, or what is known of them. */
export interface Parts<T> {
  readonly constants: readonly T[];
  readonly carry: readonly T[];
  readonly elements: readonly T[];
}

/** Tells the operands of a loop apart. */
export const split = <T>(all: readonly T[], { constants, carried }: LoopShape): Parts<T> => ({
  constants: all.slice(0, constants),
  carry: all.slice(constants, constants + carried),
  elements: all.slice(constants + carried),
});

const known = new WeakMap<ScanParams, Fission | null>();

/** The loop without the products that are computed for all steps at once; null where there are none. */
function fissionOf(params: ScanParams): Fission | null {
  let made = known.get(params);
  if (made === undefined) known.set(params, (made = fission(params.body, params) ?? null));
  return made;
}

/** Computes a loop. */
export function runLoop(operands: readonly ndarray[], params: ScanParams): ndarray[] {
  const parts = split(operands, params);
  const { constants, carry, elements } = parts;
  // A number that is looked for has to be found in its step.
  const parted = areNumbersChecked() ? null : fissionOf(params);
  if (!parted) {
    const { last, collected } = runSteps(params.body, parts, params);
    return [...last, ...collected];
  }
  const { isSum, before, body, after } = parted;
  const made = compiledOf(before)([...constants, ...elements]);
  const loopCarry = carry.filter((_, i) => !isSum[i]);
  const inLoop = { constants, carry: loopCarry, elements: [...elements, ...made] };
  const { last, collected } = runSteps(body, inLoop, params);
  const behind = compiledOf(after)([...constants, ...elements, ...made, ...collected]);
  const kept = new Set(behind.map(elementsOf));
  for (const data of collected.map(elementsOf)) if (!kept.has(data)) releaseStorage(data);
  compiledOf(before).reclaim(made.filter((one) => !kept.has(elementsOf(one))));
  let [nextSum, nextLast] = [0, 0];
  const carriedOn = carry.map((first, i) => (isSum[i] ? add(first, behind[nextSum++]) : last[nextLast++]));
  return [...carriedOn, ...behind.slice(nextSum)];
}

/** Goes through the steps of a loop, and puts what they give side by side. */
function runSteps(
  body: Graph,
  { constants, carry: first, elements }: Parts<ndarray>,
  { length, reverse }: ScanParams,
): { last: readonly ndarray[]; collected: ndarray[] } {
  const step = compiledOf(body);
  const given = body.outputs.slice(first.length);
  const sizes = given.map(({ shape }) => shape.reduce((product, one) => product * one, 1));
  const collected = given.map(({ dtype }, i) => emptyStorage(dtype, length * sizes[i]));
  const strides = elements.map(({ shape }) => shape.slice(1).reduce((product, one) => product * one, 1));
  // A step gets a part of its memory, and what a step calls may write into that.
  for (const one of elements) unsettle(elementsOf(one));
  let carry = first;
  let before: readonly ndarray[] = [];
  for (let n = 0; n < length; n++) {
    const at = reverse ? length - 1 - n : n;
    const own = elements.map(
      (x, i) =>
        new ndarray(
          elementsOf(x).subarray(at * strides[i], (at + 1) * strides[i]),
          x.shape.slice(1),
          x.dtype,
        ),
    );
    const results = step([...constants, ...carry, ...own]);
    for (let i = 0; i < given.length; i++) {
      collected[i].set(elementsOf(results[first.length + i]), at * sizes[i]);
    }
    const next = results.slice(0, first.length);
    const inUse = new Set(next.map(elementsOf));
    step.reclaim([...before, ...results.slice(first.length)].filter((one) => !inUse.has(elementsOf(one))));
    [before, carry] = [next, next];
  }
  // An element that is carried on is a part of its array's memory, which may be used again.
  const shared = new Set(elements.map((one) => elementsOf(one).buffer));
  const last = carry.map((x) =>
    shared.has(elementsOf(x).buffer) ? new ndarray(elementsOf(x).slice(), x.shape, x.dtype) : x,
  );
  return {
    last,
    collected: given.map(({ shape, dtype }, i) => new ndarray(collected[i], [length, ...shape], dtype)),
  };
}
