import { checkInteger } from "../array/checks";
import { describe, readNamed, type Spelled } from "../array/options";
import type { ndarray } from "../array/ndarray";
import { cond } from "../lax/cond";
import { whileLoop } from "../lax/loops";
import { logicalNot, logicalOr } from "../np/ufuncs";
import { scalar } from "../ops/map";
import { readObjective } from "./lineSearch";
import { scale, zerosLike } from "./trees";
import { needed, transformation, type GradientTransformation } from "./transformation";
import { begun, narrowed, widened, type Line, type Zoom } from "./zoom";

/** Options of {@link scaleByZoomLinesearch}. */
export interface ZoomOptions {
  /** How many steps are tried at most. */
  maxLinesearchSteps?: number;
  /** The largest step, null for none. Default: null. */
  maxLearningRate?: number | null;
  /** How much both conditions may be missed. Default: 0. */
  tol?: number;
  /** By what the step grows until a good one is passed. Default: 2. */
  increaseFactor?: number;
  /** Which part of the decrease that the slope promises is enough. Default: 1e-4. */
  slopeRtol?: number;
  /** How steep it may be at the end, relative to the start. Default: 0.9. */
  curvRtol?: number;
  /** How much the loss may grow, relative to it, where slopes decide; null for none. Default: 1e-6. */
  approxDecRtol?: number | null;
  /** The least length of an interval that is searched further. Default: 1e-5. */
  stepsizePrecision?: number;
  /** The first guess: the last step, or 1. Default: "keep". */
  initialGuessStrategy?: "keep" | "one";
}

const usual: Required<ZoomOptions> = {
  maxLinesearchSteps: NaN,
  maxLearningRate: null,
  tol: 0,
  increaseFactor: 2,
  slopeRtol: 1e-4,
  curvRtol: 0.9,
  approxDecRtol: 1e-6,
  stepsizePrecision: 1e-5,
  initialGuessStrategy: "keep",
};

/** The state of {@link scaleByZoomLinesearch}. */
interface ZoomState {
  readonly learningRate: ndarray;
  readonly value: ndarray;
  readonly grad: unknown;
  readonly info: {
    readonly numLinesearchSteps: ndarray;
    readonly decreaseError: ndarray;
    readonly curvatureError: ndarray;
  };
}

/**
 * Finds a step along the updates where the loss has become small enough and nearly flat: the strong Wolfe conditions.
 * `update` is to be told `{ value, grad, valueFn }`, and by their names the arguments that `valueFn` takes after the
 * parameters.
 *
 * @param maxLinesearchSteps - How many steps are tried at most; or options.
 * @param options - See {@link ZoomOptions}.
 * @throws TypeError without a number of steps; `update`: TypeError for what it was not told.
 * @see https://optax.readthedocs.io/en/latest/api/transformations.html
 * @example
 * const loss = (w: np.ndarray) => jnp.sum(jnp.square(w));
 * const tx = optax.chain(optax.sgd(1), optax.scaleByZoomLinesearch(15));
 * const w = jnp.array([1, 2, 3]);
 * const [value, grad] = jax.valueAndGrad(loss)(w);
 * const [updates] = tx.update(grad, tx.init(w), w, { value, grad, valueFn: loss });
 * loss(optax.applyUpdates(w, updates)).item(); // 0
 */
export function scaleByZoomLinesearch(
  maxLinesearchSteps: number | Spelled<ZoomOptions>,
  options?: Spelled<ZoomOptions>,
): GradientTransformation {
  const name = "scaleByZoomLinesearch";
  const own = readNamed(name, { maxLinesearchSteps }, options, usual);
  checkInteger(name, "maxLinesearchSteps", own.maxLinesearchSteps, 1);
  if (!["keep", "one"].includes(own.initialGuessStrategy)) {
    throw new RangeError(
      `${name}: expected initialGuessStrategy to be "keep" or "one", got ${describe(own.initialGuessStrategy)}`,
    );
  }
  const infinite = (): ndarray => scalar(Infinity, "float32");
  return transformation(
    name,
    (params): ZoomState => ({
      learningRate: scalar(1, "float32"),
      value: infinite(),
      grad: zerosLike(params),
      info: {
        numLinesearchSteps: scalar(0, "int32"),
        decreaseError: infinite(),
        curvatureError: infinite(),
      },
    }),
    (updates, state: ZoomState, given, extra) => {
      const line: Line = {
        params: needed(name, given),
        updates,
        objective: readObjective(name, extra),
        guess: own.initialGuessStrategy === "one" ? scalar(1, "float32") : state.learningRate,
      };
      const step = (search: Zoom): Zoom =>
        cond(
          search.isBracketed,
          ((one: Zoom) => narrowed(line, own, one)) as never,
          ((one: Zoom) => widened(line, own, one)) as never,
          search as never,
        );
      const found = whileLoop(
        (({ isDone, hasFailed }: Zoom) => logicalNot(logicalOr(isDone, hasFailed))) as never,
        step as never,
        begun(line) as never,
      ) as unknown as Zoom;
      const { at, value, grad } = found.now;
      const { count, decreaseError, curvatureError } = found;
      return [
        scale(at, updates),
        { learningRate: at, value, grad, info: { numLinesearchSteps: count, decreaseError, curvatureError } },
      ];
    },
  );
}
