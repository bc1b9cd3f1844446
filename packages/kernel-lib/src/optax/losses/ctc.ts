import type { ArrayLike } from "../../array/asarray";
import { formatShape, sameShape } from "../../array/broadcast";
import { checkInteger } from "../../array/checks";
import { toArray } from "../../array/coerce";
import type { ndarray } from "../../array/ndarray";
import { readOptions, type Spelled } from "../../array/options";
import { scan } from "../../lax/scan";
import { logSoftmax } from "../../nn/softmax";
import { einsum } from "../../np/einsum";
import { sum } from "../../np/reductions";
import { add, equal, logaddexp, multiply, negative, subtract } from "../../np/ufuncs";
import { concatenate } from "../../ops/concatenate";
import { reshape, transpose } from "../../ops/layout";
import { convertType, full } from "../../ops/map";
import { sliceAxis } from "../../ops/slice";
import { oneHot } from "../../nn/oneHot";
import { checkClasses, checkFloats, checkIntegers } from "./checks";

/** Options of {@link ctcLoss}. */
export interface CtcOptions {
  /** The class that stands for nothing being said. Default: 0. */
  blankId?: number;
  /** What stands for the logarithm of 0. Default: -1e5. */
  logEpsilon?: number;
}

/** What goes from frame to frame: for each count of labels said, the log probability that a blank or a label came last. */
type Alphas = readonly [blank: ndarray, label: ndarray];

/** The columns of a matrix from one on. */
const columns = (x: ndarray, start: number, limit = x.shape[1]): ndarray => sliceAxis(x, 1, start, limit);

/** Lets what ends in label n go on to n labels said, beside what is there already. */
const afterLabels = (blank: ndarray, label: ndarray): ndarray =>
  concatenate([columns(blank, 0, 1), logaddexp(columns(blank, 1), label)], 1);

/** One of two by a share: the first where it is 1, the second where it is 0. */
const either = (share: ndarray, first: ndarray, second: ndarray): ndarray =>
  add(multiply(share, first), multiply(subtract(1, share), second));

function checkShapes(
  name: string,
  logits: ndarray,
  others: Record<string, [ndarray, readonly number[]]>,
): void {
  if (logits.ndim !== 3) {
    throw new RangeError(
      `${name}: expected logits of shape (batch, frames, classes), got ${formatShape(logits.shape)}`,
    );
  }
  for (const [what, [{ shape }, wanted]] of Object.entries(others)) {
    if (sameShape(shape, wanted)) continue;
    throw new RangeError(
      `${name}: expected ${what} of shape ${formatShape(wanted)}, got ${formatShape(shape)}`,
    );
  }
}

/**
 * As {@link ctcLoss}, with the log probabilities that led to it.
 *
 * @param logits - Scores of classes at each frame, of shape (batch, frames, classes).
 * @param logitPaddings - 1 for frames that are padding, 0 for others: (batch, frames).
 * @param labels - The classes that are to be said, of shape (batch, labels); padding behind them.
 * @param labelPaddings - 1 for labels that are padding, 0 for others.
 * @param options - See {@link CtcOptions}.
 * @returns `[loss, blank, label]`: a loss for each sequence; and for each frame, sequence and count of labels said the
 * log probability of all ways there that end in a blank, and in that label.
 * @throws RangeError for shapes that do not fit, or a label that is not a class.
 * @see https://www.cs.toronto.edu/~graves/icml_2006.pdf
 * @example
 * const [loss, blank] = optax.ctcLossWithForwardProbs(jnp.zeros([1, 2, 3]), [[0, 0]], [[1]], [[0]]);
 * blank.shape; // [2, 1, 2]
 */
export function ctcLossWithForwardProbs(
  logits: ArrayLike,
  logitPaddings: ArrayLike,
  labels: ArrayLike,
  labelPaddings: ArrayLike,
  options?: Spelled<CtcOptions>,
): [loss: ndarray, blank: ndarray, label: ndarray] {
  return forwardProbs("ctcLossWithForwardProbs", logits, logitPaddings, labels, labelPaddings, options);
}

function forwardProbs(
  name: string,
  ...[logits, logitPaddings, labels, labelPaddings, options]: Parameters<typeof ctcLossWithForwardProbs>
): [loss: ndarray, blank: ndarray, label: ndarray] {
  const read = readOptions<Required<CtcOptions>>(name, options, { blankId: 0, logEpsilon: -1e5 });
  const { logEpsilon } = read;
  const scores = checkFloats(name, "logits", logits);
  const classes = checkIntegers(name, "labels", labels);
  const [padded, unsaid] = [logitPaddings, labelPaddings].map((x) =>
    convertType(toArray(name, x), scores.dtype),
  );
  const [batch, frames, count] = scores.shape;
  const length = classes.shape[1] ?? 0;
  checkShapes(name, scores, {
    logitPaddings: [padded, [batch, frames]],
    labels: [classes, [batch, length]],
    labelPaddings: [unsaid, [batch, length]],
  });
  checkClasses(name, classes, count);
  const blankId = checkInteger(name, "blankId", read.blankId, 0);

  const chances = logSoftmax(scores);
  const blanks = transpose(sliceAxis(chances, 2, blankId, blankId + 1), [1, 0, 2]);
  const said = einsum("btk,bnk->tbn", chances, oneHot(classes, count));
  const same = convertType(equal(columns(classes, 0, length - 1), columns(classes, 1)), scores.dtype);
  /** Where the same label comes again, between which there must be a blank. */
  const again = concatenate([same, full(0, [batch, 1], scores.dtype)], 1);
  const [unlessAgain, ifAgain] = [multiply(logEpsilon, again), multiply(logEpsilon, subtract(1, again))];

  const step = ([blank, label]: Alphas, x: readonly [ndarray, ndarray, ndarray]): [Alphas, Alphas] => {
    const [toLabel, toBlank, padding] = x;
    const ready = afterLabels(blank, add(label, unlessAgain));
    const nextLabel = add(logaddexp(columns(ready, 0, length), label), toLabel);
    const nextBlank = afterLabels(add(ready, toBlank), add(add(label, toBlank), ifAgain));
    const still = reshape(padding, [batch, 1]);
    const next: Alphas = [either(still, blank, nextBlank), either(still, label, nextLabel)];
    return [next, next];
  };
  const nothing = full(logEpsilon, [batch, length], scores.dtype);
  const first: Alphas = [concatenate([full(0, [batch, 1], scores.dtype), nothing], 1), nothing];
  const elements = [said, blanks, transpose(padded, [1, 0])];
  const [last, all] = scan(step as never, first as never, elements as never) as unknown as [Alphas, Alphas];
  const ended = afterLabels(...last);
  const lengths = convertType(subtract(length, sum(unsaid, 1)), "int32");
  const loss = negative(sum(multiply(ended, oneHot(lengths, length + 1)), 1));
  const before = sliceAxis(all[0], 0, 0, frames - 1);
  return [loss, concatenate([before, reshape(ended, [1, batch, length + 1])], 0), all[1]];
}

/**
 * Connectionist temporal classification: the negative log probability of saying labels in their order, whenever each is
 * said. Between frames at which a label is said may be blanks, and a label may last for several frames.
 *
 * @param logits - Scores of classes at each frame, of shape (batch, frames, classes).
 * @param logitPaddings - 1 for frames that are padding, 0 for others: (batch, frames).
 * @param labels - The classes that are to be said, of shape (batch, labels); padding behind them.
 * @param labelPaddings - 1 for labels that are padding, 0 for others.
 * @param options - See {@link CtcOptions}.
 * @returns A loss for each sequence.
 * @throws RangeError for shapes that do not fit, or a label that is not a class.
 * @see https://www.cs.toronto.edu/~graves/icml_2006.pdf
 * @example
 * // Of nine ways through two frames, three say "1": 11, -1 and 1-.
 * optax.ctcLoss(jnp.zeros([1, 2, 3]), [[0, 0]], [[1]], [[0]]).tolist(); // [1.0986123085021973]
 */
export function ctcLoss(
  logits: ArrayLike,
  logitPaddings: ArrayLike,
  labels: ArrayLike,
  labelPaddings: ArrayLike,
  options?: Spelled<CtcOptions>,
): ndarray {
  return forwardProbs("ctcLoss", logits, logitPaddings, labels, labelPaddings, options)[0];
}
