import type { ArrayLike } from "../array/asarray";
import { checkInteger } from "../array/checks";
import { toArray } from "../array/coerce";
import type { DType } from "../array/dtype";
import { elementsOf, type ndarray } from "../array/ndarray";
import type { Spelled } from "../array/options";
import { isFloating } from "../array/traits";
import { add, less } from "../np/ufuncs";
import { where } from "../np/where";
import { matmul } from "../np/products";
import { broadcast } from "../ops/broadcast";
import { gather } from "../ops/gather";
import { transpose } from "../ops/layout";
import { convertType } from "../ops/map";
import { isTracer } from "../ops/tracer";
import { firstField, type ParameterFields } from "./fields";
import type { Initializer } from "./initializer";
import { varianceScaling } from "./initializers";
import { Module } from "./module";
import { promoted } from "./promoted";

/** Fields of {@link Embed}. */
export interface EmbedFields extends ParameterFields {
  /** How many different things there are. */
  numEmbeddings?: number;
  /** How many numbers stand for each. */
  features?: number;
  /** Makes the first numbers. Default: a normal distribution of variance 1 / features. */
  embeddingInit?: Initializer;
}

/**
 * A table of vectors: whole numbers, such as those of words, become the rows of the table at these places.
 *
 * @see https://flax-linen.readthedocs.io/en/latest/api_reference/flax.linen/layers.html
 * @example
 * const embed = new nn.Embed(5, 3);
 * const variables = embed.init(jax.random.PRNGKey(0), np.array([0, 4], "int32"));
 * embed.apply(variables, np.array([0, 4], "int32")).shape; // [2, 3]
 */
export class Embed extends Module {
  /** How many different things there are. */
  readonly numEmbeddings: number = 1;
  /** How many numbers stand for each. */
  readonly features: number = 1;
  /** The dtype in which it computes, null for that of the table. */
  readonly dtype: DType | null = null;
  /** The dtype of the table. */
  readonly paramDtype: DType = "float32";
  /** Makes the first numbers. */
  readonly embeddingInit: Initializer = varianceScaling(1, "fanIn", "normal", { outAxis: 0 });
  /** The table, while the module runs. */
  declare embedding: ndarray;

  /**
   * Makes the layer.
   *
   * @param numEmbeddings - How many different things there are; or all fields.
   * @param features - How many numbers stand for each; or the other fields.
   * @param fields - The other fields.
   * @throws TypeError for an unknown field, RangeError if one of the first two is not a whole number of at least 1.
   */
  constructor(
    numEmbeddings: number | Spelled<EmbedFields>,
    features?: number | Spelled<EmbedFields>,
    fields?: Spelled<EmbedFields>,
  ) {
    const rest = features === undefined ? { ...fields } : firstField("features", features, fields);
    const given = firstField("numEmbeddings", numEmbeddings, rest);
    checkInteger("Embed", "numEmbeddings", given.numEmbeddings ?? given.num_embeddings, 1);
    checkInteger("Embed", "features", given.features, 1);
    super(given);
  }

  override setup(): void {
    const shape = [this.numEmbeddings, this.features];
    this.embedding = this.param("embedding", this.embeddingInit, ...([shape, this.paramDtype] as never[]));
  }

  /**
   * Looks rows up. Negative numbers count from the end; those out of range give NaN, as in JAX.
   *
   * @throws TypeError if the numbers are not of an integer dtype, or plain numbers that are whole.
   */
  override __call__(inputs: ArrayLike): ndarray {
    const given = toArray("Embed", inputs);
    const isWhole = !isFloating(given.dtype) && given.dtype !== "bool";
    if (
      !isWhole &&
      (isTracer(given) || !elementsOf(given).every(Number.isInteger) || given.dtype === "bool")
    ) {
      throw new TypeError(`Embed: expected whole numbers, got ${given.dtype}`);
    }
    const [table] = this.dtype === null ? [this.embedding] : promoted("Embed", this.dtype, this.embedding);
    if (this.numEmbeddings === 1) return broadcast(table, [...given.shape, this.features]);
    const places = convertType(given, "int32");
    const counted = where(less(places, 0), add(places, this.numEmbeddings), places);
    return gather(table, counted, "fill");
  }

  /**
   * Multiplies vectors with the table: how near each is to each row, as for the scores of the next word.
   *
   * @param query - Vectors along the last axis.
   */
  attend(query: ArrayLike): ndarray {
    const [vectors, table] = promoted("Embed", this.dtype, query, this.embedding);
    return matmul(vectors, transpose(table, [1, 0]));
  }
}
