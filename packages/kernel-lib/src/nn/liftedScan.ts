import { readOptions, type Spelled } from "../array/options";
import { scan as alongAxis } from "../lax/scan";
import { stack } from "../np/joining";
import { at } from "../np/selecting";
import type { ndarray } from "../array/ndarray";
import { split } from "../random/keys";
import { flatten, unflatten } from "../transform/tree";
import type { Axes } from "../transform/vmap";
import {
  along,
  axesOf,
  chosen,
  collectionsFor,
  keysFor,
  lengthAlong,
  putAlong,
  type SplitRngs,
  type VariableAxes,
} from "./liftedMaps";
import { lift, type Collections, type Keys, type Target } from "./lifting";

/**
 * Stands for what is the same for all steps of {@link scan}: null.
 *
 * @see https://flax-linen.readthedocs.io/en/latest/api_reference/flax.linen/transformations.html
 * @example
 * const Twice = nn.scan((module, x, w) => [x.mul(w), x], { length: 2, inAxes: nn.broadcast });
 * class Power extends nn.Module { __call__(w) { return Twice(this, np.ones([]), w)[0]; } }
 * new Power().apply({}, np.array(3)).item(); // 9
 */
export const broadcast = null;

/** Options of {@link scan}. */
export interface LiftedScanOptions {
  /** The axis along which the variables of a collection differ from step to step: `{ params: 0 }`. Default: none. */
  variableAxes?: VariableAxes;
  /** Collections of which all steps share the variables. Default: none. */
  variableBroadcast?: string | readonly string[];
  /** Collections whose variables a step takes over from the one before. Default: none. */
  variableCarry?: string | readonly string[];
  /** Whether each step has keys of its own, by what they are for. Kinds that are not named do not exist within. */
  splitRngs?: SplitRngs;
  /** The axes of the arguments after the carry to go along; `nn.broadcast` for what is the same for all. Default: 0. */
  inAxes?: Axes;
  /** The axes of the results along which they are put together. Default: 0. */
  outAxes?: Axes;
  /** The number of steps. Default: what arguments and variables say. */
  length?: number | null;
  /** Whether to begin at the end. Default: false. */
  reverse?: boolean;
  /** Taken for the sake of pasted code: steps are not written out. */
  unroll?: number;
  /** The methods of a class to repeat. Default: `"__call__"`. */
  methods?: string | readonly string[];
}

/** What goes from step to step, and what each step gets. */
type Step = (
  carry: readonly [unknown, Collections],
  own: OfStep,
) => [readonly [unknown, Collections], unknown];

interface OfStep {
  readonly args: readonly ndarray[];
  readonly variables: readonly ndarray[];
  readonly keys: Keys;
}

/**
 * Makes a module that computes a step from `(carry, x)` to `[carry, y]` into one that takes many steps, as `lax.scan` does
 * of a function: along sequences with shared variables, or through layers with variables of their own.
 *
 * @param target - The class of a module, or a function of a running module and further arguments.
 * @param options - See {@link LiftedScanOptions}.
 * @returns A class whose instances are named `ScanCell_0` and so on, or a function like the one given.
 * @throws TypeError if it gets neither, or the carry does not keep its shape; RangeError if axes differ in length.
 * @see https://flax-linen.readthedocs.io/en/latest/api_reference/flax.linen/transformations.html
 * @example
 * const Layers = nn.scan((module, x) => [nn.relu(new nn.Dense(4)(x)), null], {
 *   variableAxes: { params: 0 }, splitRngs: { params: true }, length: 3,
 * });
 * class Deep extends nn.Module { __call__(x) { return Layers(this, x)[0]; } }
 * new Deep().init(jax.random.PRNGKey(0), np.ones([1, 4])).params.Dense_0.kernel.shape; // [3, 4, 4]
 */
export function scan<T extends Target>(target: T, options?: Spelled<LiftedScanOptions>): T {
  const name = "nn.scan";
  const read = readOptions<LiftedScanOptions & Required<Omit<LiftedScanOptions, "unroll">>>(name, options, {
    variableAxes: {},
    variableBroadcast: [],
    variableCarry: [],
    splitRngs: {},
    inAxes: 0,
    outAxes: 0,
    length: null,
    reverse: false,
    unroll: 1,
    methods: "__call__",
  });
  const { variableAxes, splitRngs, inAxes, outAxes, reverse } = read;
  const mappedNames = Object.keys(variableAxes);
  const [shared, carried] = [[read.variableBroadcast].flat(), [read.variableCarry].flat()];
  const names = new Set([...mappedNames, ...shared, ...carried]);
  const view = {
    collections: (one: string) => names.has(one),
    drawsKeys: false,
  };
  return lift("scan", target, read.methods, view, (lifted, [first, ...rest]) => {
    const mapped = along(name, collectionsFor(mappedNames, lifted.variables), variableAxes);
    const args = along(name, rest, axesOf(rest, inAxes));
    const length = lengthAlong(name, [args, mapped], read.length);
    const own = keysFor(lifted.keys, splitRngs, true);
    const commonKeys = Object.fromEntries(
      keysFor(lifted.keys, splitRngs, false).map((kind) => [kind, lifted.keys[kind]]),
    );
    const isShared = (one: string): boolean => shared.includes(one);
    let common = chosen(lifted.variables, isShared);
    const changing = mappedNames.filter(lifted.isMutable);
    let made: Collections = {};
    const step: Step = ([carry, carriedVariables], given) => {
      const variables = {
        ...common,
        ...carriedVariables,
        ...(mapped.rebuild(given.variables) as Collections),
      };
      const keys = { ...commonKeys, ...given.keys };
      const [result, changed] = lifted.pure(variables, keys, [
        carry,
        ...(args.rebuild(given.args) as unknown[]),
      ]);
      if (!Array.isArray(result) || result.length !== 2) {
        throw new TypeError(`${name}: expected a step to give [carry, y]`);
      }
      made = chosen(changed, isShared);
      const next = { ...carriedVariables, ...chosen(changed, (one) => carried.includes(one)) };
      return [
        [result[0], next],
        [result[1], collectionsFor(changing, changed)],
      ];
    };
    const xs: OfStep = {
      args: args.arrays,
      variables: mapped.arrays,
      keys: Object.fromEntries(own.map((kind) => [kind, split(lifted.keys[kind], length)])),
    };
    const begin = [first, chosen(lifted.variables, (one) => carried.includes(one))] as const;
    if (lifted.isInitializing || Object.keys(lifted.keys).length > 0) {
      // Flax follows the step twice: what all share is made the first time, and keys are drawn from there on.
      step(begin, elementOf(xs, 0));
      common = { ...common, ...made };
      lifted.drawOn();
    }
    const [last, given] = lifted.isInitializing
      ? written(step, begin, xs, length, reverse)
      : (alongAxis(step as never, begin as never, xs as never, { length, reverse }) as unknown as ReturnType<
          typeof written
        >);
    const [ys, changed] = given;
    const placed = putAlong(
      name,
      changed,
      Object.fromEntries(changing.map((one) => [one, variableAxes[one]])),
    );
    const sharedNow = lifted.isInitializing ? common : {};
    return [[last[0], putAlong(name, ys, outAxes)], { ...sharedNow, ...last[1], ...placed }];
  });
}

/** What one step gets. */
function elementOf(xs: OfStep, place: number): OfStep {
  const [arrays, structure] = flatten(xs);
  return unflatten(
    structure,
    arrays.map((x) => at(x as ndarray, place)),
  ) as OfStep;
}

/** Takes the steps one after the other: their variables are made on the way, and need not exist before the first. */
function written(
  step: Step,
  begin: readonly [unknown, Collections],
  xs: OfStep,
  length: number,
  reverse: boolean,
): [readonly [unknown, Collections], [unknown, Collections]] {
  let carry = begin;
  const given: unknown[][] = [];
  let built: ReturnType<typeof flatten>[1] | undefined;
  for (let i = 0; i < length; i++) {
    const place = reverse ? length - 1 - i : i;
    const [next, y] = step(carry, elementOf(xs, place));
    carry = next;
    const [leaves, shape] = flatten(y);
    built = shape;
    given[place] = leaves;
  }
  if (built === undefined) throw new RangeError("nn.scan: expected at least one step, got none");
  const stacked = given[0].map((_, i) => stack(given.map((leaves) => leaves[i] as ndarray)));
  return [carry, unflatten(built, stacked) as [unknown, Collections]];
}
