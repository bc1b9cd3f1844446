import type { ndarray } from "../../array/ndarray";
import { toArray } from "../../array/coerce";
import { readOptions, type Spelled } from "../../array/options";
import { sum } from "../../np/reductions";
import { matmul } from "../../np/products";
import { transpose } from "../../np/shaping";
import { add, divide, multiply, sqrt, square } from "../../np/ufuncs";
import { flatten, unflatten } from "../../transform/tree";
import { adamw } from "../adam";
import { addDecayedWeights } from "../adding";
import { chain, partition, type Mask } from "../combining";
import { biasCorrection, updateMoment } from "../moments";
import { scaleByLearningRate } from "../scaling";
import {
  filled,
  nextStep,
  noSteps,
  overTrees,
  readRate,
  stateless,
  transformation,
  type GradientTransformation,
  type Rate,
} from "../transformation";
import type { LearningRate } from "../optimizerOptions";

/** Options of {@link scaleByMuon}. */
export interface MuonScaleOptions {
  /** The coefficients of a step of the iteration: of x, x³ and x⁵. Default: [3.4445, −4.775, 2.0315]. */
  nsCoeffs?: readonly [number, number, number];
  /** How many steps it takes. Default: 5. */
  nsSteps?: number;
  /** How much of the mean of gradients stays each step. Default: 0.95. */
  beta?: number;
  /** What is added to lengths, so that nothing is divided by 0. Default: 1e-8. */
  eps?: number;
  /** Whether to look one step ahead, as Nesterov does. Default: true. */
  nesterov?: boolean;
  /** Whether updates are as long as they fit the gradient. Default: false. */
  adaptive?: boolean;
}

/** Options of {@link muon}. */
export interface MuonOptions extends MuonScaleOptions {
  /** Which share of the matrices is taken off each step. Default: 0. */
  weightDecay?: number;
  /** Which of them shrink. Default: null, all. */
  weightDecayMask?: Mask;
  /** Adam's, for what is no matrix. Default: 0.9. */
  adamB1?: number;
  /** Adam's. Default: 0.999. */
  adamB2?: number;
  /** Adam's. Default: 0. */
  adamEpsRoot?: number;
  /** Which share of what is no matrix is taken off each step. Default: 0. */
  adamWeightDecay?: number;
  /** Adam's learning rate. Default: null, the same. */
  adamLearningRate?: Rate | null;
  /** The root mean square that updates are given whatever their shape; null for √(columns / rows). Default: null. */
  consistentRms?: number | null;
}

const scaleDefaults: Required<MuonScaleOptions> = {
  nsCoeffs: [3.4445, -4.775, 2.0315],
  nsSteps: 5,
  beta: 0.95,
  eps: 1e-8,
  nesterov: true,
  adaptive: false,
};

/** The coefficients of a matrix's powers. */
type Coefficients = readonly [ndarray, ndarray, ndarray];

/** Turns a matrix towards the nearest one whose rows, or columns, are orthonormal: Newton and Schulz's iteration. */
function orthogonalized(x: ndarray, coefficients: Coefficients, steps: number, eps: number): ndarray {
  const isTall = x.shape[0] > x.shape[1];
  const [a, b, c] = coefficients;
  const wide = isTall ? transpose(x) : x;
  let y = divide(wide, add(sqrt(sum(square(wide))), eps));
  for (let i = 0; i < steps; i++) {
    const gram = matmul(y, transpose(y));
    const cubic = add(multiply(b, gram), matmul(multiply(c, gram), gram));
    y = add(multiply(a, y), matmul(cubic, y));
  }
  return isTall ? transpose(y) : y;
}

/** The state of {@link scaleByMuon}. */
interface MuonState {
  readonly count: ndarray;
  readonly mu: unknown;
  readonly nsCoeffs: ndarray;
}

/**
 * Turns the running mean of gradients, which are matrices, to ones whose singular values are all about 1.
 *
 * @param options - See {@link MuonScaleOptions}.
 * @throws TypeError for a gradient that is no matrix.
 * @see https://kellerjordan.github.io/posts/muon/
 * @example
 * const tx = optax.contrib.scaleByMuon();
 * Object.keys(tx.init({ w: jnp.ones([2, 3]) })); // ["count", "mu", "nsCoeffs"]
 */
export function scaleByMuon(options?: Spelled<MuonScaleOptions>): GradientTransformation {
  const name = "scaleByMuon";
  const own = readOptions<Required<MuonScaleOptions>>(name, options, scaleDefaults);
  const { beta, nesterov, adaptive } = own;
  return transformation(
    name,
    (params): MuonState => ({
      count: noSteps(),
      mu: filled(name, params),
      nsCoeffs: toArray(name, [...own.nsCoeffs]),
    }),
    (grads, state: MuonState) => {
      const mu = updateMoment(grads, state.mu, beta, 1);
      const count = nextStep(state.count);
      const ahead = (m: ndarray, g: ndarray): ndarray => add(multiply(beta, m), multiply(1 - beta, g));
      const mean = nesterov
        ? overTrees(
            name,
            ahead,
            biasCorrection(mu, beta, nextStep(count)),
            biasCorrection(grads, beta, count),
          )
        : biasCorrection(mu, beta, count);
      const coefficients = [0, 1, 2].map((i) => state.nsCoeffs.at(i)) as unknown as Coefficients;
      const turned = overTrees(
        name,
        (x) => {
          if (x.ndim === 2) return orthogonalized(x, coefficients, own.nsSteps, own.eps);
          throw new TypeError(`${name}: expected gradients that are matrices, got one of ${x.ndim} axes`);
        },
        mean,
      );
      const fitting = (x: ndarray, y: ndarray): ndarray => multiply(sum(multiply(x, y)), y);
      const updates = adaptive ? overTrees(name, fitting, mean, turned) : turned;
      return [updates, { count, mu, nsCoeffs: state.nsCoeffs }];
    },
  );
}

/** Scales updates so that networks of any width take steps alike, or all have one root mean square. */
const scaleByShape = (consistentRms: number | null): GradientTransformation =>
  stateless("muon", (updates) =>
    overTrees(
      "muon",
      (x) => {
        const [rows, columns] = x.shape;
        const byWidth = Math.sqrt(Math.max(1, columns / rows));
        return multiply(
          consistentRms === null ? byWidth : Math.sqrt(Math.max(rows, columns)) * consistentRms,
          x,
        );
      },
      updates,
    ),
  );

/**
 * Muon: steps along orthogonalised gradients for matrices, and Adam for all other parameters.
 *
 * @param learningRate - The size of steps; or all options by name.
 * @param options - See {@link MuonOptions}.
 * @throws TypeError if there is no rate, or for an unknown option.
 * @see https://kellerjordan.github.io/posts/muon/
 * @example
 * const tx = optax.contrib.muon(0.1);
 * Object.keys(tx.init({ w: jnp.ones([2, 3]), b: jnp.ones(3) }).innerStates); // ["muon", "adam"]
 */
export function muon(
  learningRate: Rate | Spelled<LearningRate & MuonOptions>,
  options?: Spelled<MuonOptions>,
): GradientTransformation {
  const usual: Required<MuonOptions> = {
    ...scaleDefaults,
    weightDecay: 0,
    weightDecayMask: null,
    adamB1: 0.9,
    adamB2: 0.999,
    adamEpsRoot: 0,
    adamWeightDecay: 0,
    adamLearningRate: null,
    consistentRms: null,
  };
  const own = readRate("muon", learningRate, options, usual);
  const { nsCoeffs, nsSteps, beta, eps, nesterov, adaptive } = own;
  const labels = (params: unknown): unknown => {
    const [leaves, structure] = flatten(params);
    return unflatten(
      structure,
      leaves.map((x) => (toArray("muon", x).ndim === 2 ? "muon" : "adam")),
    );
  };
  return partition(
    {
      muon: chain(
        scaleByMuon({ nsCoeffs, nsSteps, beta, eps, nesterov, adaptive }),
        scaleByShape(own.consistentRms),
        addDecayedWeights(own.weightDecay, own.weightDecayMask),
        scaleByLearningRate(own.learningRate),
      ),
      adam: adamw(own.adamLearningRate ?? own.learningRate, {
        b1: own.adamB1,
        b2: own.adamB2,
        eps,
        epsRoot: own.adamEpsRoot,
        weightDecay: own.adamWeightDecay,
        nesterov,
      }),
    },
    labels,
  );
}
