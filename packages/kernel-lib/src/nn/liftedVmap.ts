import { readOptions, type Spelled } from "../array/options";
import { split, type Key } from "../random/keys";
import { vmap as mapped, type Axes } from "../transform/vmap";
import {
  along,
  axesOf,
  collectionsFor,
  keysFor,
  lengthAlong,
  type SplitRngs,
  type VariableAxes,
} from "./liftedMaps";
import { lift, type Collections, type Keys, type Target } from "./lifting";

/** Options of {@link vmap}. */
export interface LiftedVmapOptions {
  /**
   * The axis along which the variables of a collection differ from example to example, null where all share them:
   * `{ params: 0 }`. Collections that are not named do not exist within. Default: none.
   */
  variableAxes?: VariableAxes;
  /** Whether each example has keys of its own, by what they are for. Kinds that are not named do not exist within. */
  splitRngs?: SplitRngs;
  /** The axes of the arguments to map over, as in `jax.vmap`. Default: 0. */
  inAxes?: Axes;
  /** The axes of the results along which they are put together. Default: 0. */
  outAxes?: Axes;
  /** The number of examples. Default: what arguments and variables say. */
  axisSize?: number | null;
  /** A name for the axis. Default: none. */
  axisName?: string | null;
  /** The methods of a class to map. Default: `"__call__"`. */
  methods?: string | readonly string[];
}

/**
 * Makes a module of one example into a module of a batch, as `jax.vmap` does of a function: its variables are shared, or
 * each example has its own.
 *
 * @param target - The class of a module, or a function of a running module and further arguments.
 * @param options - See {@link LiftedVmapOptions}.
 * @returns A class whose instances are named `VmapDense_0` and so on, or a function like the one given.
 * @throws TypeError if it gets neither; RangeError if the mapped axes differ in length.
 * @see https://flax-linen.readthedocs.io/en/latest/api_reference/flax.linen/transformations.html
 * @example
 * const Several = nn.vmap(nn.Dense, { variableAxes: { params: 0 }, splitRngs: { params: true }, inAxes: null, axisSize: 5 });
 * new Several(2).init(jax.random.PRNGKey(0), np.ones([3])).params.kernel.shape; // [5, 3, 2]
 */
export function vmap<T extends Target>(target: T, options?: Spelled<LiftedVmapOptions>): T {
  const name = "nn.vmap";
  const read = readOptions<Required<LiftedVmapOptions>>(name, options, {
    variableAxes: {},
    splitRngs: {},
    inAxes: 0,
    outAxes: 0,
    axisSize: null,
    axisName: null,
    methods: "__call__",
  });
  const { variableAxes, splitRngs, inAxes, outAxes, axisName } = read;
  const names = Object.keys(variableAxes);
  const view = {
    collections: (one: string) => names.includes(one),
    drawsKeys: false,
  };
  return lift("vmap", target, read.methods, view, (lifted, args) => {
    const variables = collectionsFor(names, lifted.variables);
    const [own, shared] = [keysFor(lifted.keys, splitRngs, true), keysFor(lifted.keys, splitRngs, false)];
    const argumentAxes = axesOf(args, inAxes);
    const size = lengthAlong(
      name,
      [along(name, variables, variableAxes), ...args.map((arg, i) => along(name, arg, argumentAxes[i]))],
      read.axisSize,
    );
    const keys: Keys = {
      ...Object.fromEntries(own.map((kind) => [kind, split(lifted.keys[kind], size) as Key])),
      ...Object.fromEntries(shared.map((kind) => [kind, lifted.keys[kind]])),
    };
    const keyAxes = Object.fromEntries([
      ...own.map((kind) => [kind, 0]),
      ...shared.map((kind) => [kind, null]),
    ]);
    const changing = names.filter(lifted.isMutable);
    const run = mapped(
      ((given: Collections, own: Keys, rest: readonly unknown[]) => {
        const [result, changed] = lifted.pure(given, own, rest);
        return [result, collectionsFor(changing, changed)];
      }) as never,
      {
        inAxes: [variableAxes, keyAxes, argumentAxes] as Axes,
        outAxes: [outAxes, Object.fromEntries(changing.map((one) => [one, variableAxes[one]]))] as Axes,
        axisSize: size,
        axisName,
      },
    ) as unknown as (...all: unknown[]) => [unknown, Collections];
    return run(variables, keys, args);
  });
}
