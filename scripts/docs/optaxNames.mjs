// The page that says which functions of optax are here, and why the others are not.
import { namesIn, pageOfNames } from "./names.mjs";

const inner = "it is a part of optimisers that are here";
const own = "write a transformation of your own: an object with `init` and `update`";
const perExample = "`jax.vmap(jax.grad(loss), …)` gives a gradient for each example to clip";
const research = "it is an optimiser of research; those that are used more are in `optax.contrib`";
const complex = "there are no complex numbers";
const reasons = {
  apply_every: "`optax.MultiSteps` gathers gradients over several steps",
  bias_correction: inner,
  conditionally_mask: own,
  conditionally_transform: own,
  flatten: "it is there for speed on other devices; a compiled step has none of that cost here",
  init_empty_state: inner,
  inject_stateful_hyperparams: "`optax.injectHyperparams` takes schedules",
  matrix_inverse_pth_root: "it belongs to Shampoo, which is not in optax itself",
  measure_with_ema: own,
  microbatch: "`optax.MultiSteps` gathers gradients over several steps",
  monitor: "what `update` gives can be measured where it is called",
  multi_normal: "a Cholesky factor times `jax.random.normal` draws from it",
  nnls: "`np.linalg.lstsq` and `optax.keepParamsNonnegative` do the same step by step",
  optimistic_adam:
    "`optax.chain(optax.scaleByAdam(), optax.scaleByOptimisticGradient(), …)` is much the same",
  optimistic_adam_v2:
    "`optax.chain(optax.scaleByAdam(), optax.scaleByOptimisticGradient(), …)` is much the same",
  per_example_global_norm_clip: perExample,
  per_example_layer_norm_clip: perExample,
  power_iteration: "`nn.SpectralNorm` and `np.linalg.norm(x, 2)` do it",
  safe_increment: inner,
  safe_int32_increment: inner,
  safe_norm: "`jnp.linalg.norm` of what is not 0; `jnp.where` else",
  safe_root_mean_squares: inner,
  scale_by_distance_over_gradients:
    "it needs the parameters at the start; write a transformation of your own",
  scale_by_param_block_norm: "`optax.scaleByParamBlockRms` and `optax.scaleByTrustRatio` are its usual forms",
  scale_gradient: "`jax.customVjp` does it",
  skip_large_updates: "`optax.clipByGlobalNorm` bounds them; `optax.applyIfFinite` leaves steps out",
  skip_not_finite: "`optax.applyIfFinite` does it",
  snapshot: own,
  stateless: own,
  stateless_with_tree_map: own,
  tree_map_params: "states are plain trees: `jax.tree.map` follows them",
  update_infinity_moment: inner,
  update_moment: inner,
  update_moment_per_elem_norm: inner,
  with_extra_args_support: "every `update` takes what else it is told",
  "contrib.acprop": research,
  "contrib.ademamix": research,
  "contrib.adopt": research,
  "contrib.cocob": research,
  "contrib.dog": research,
  "contrib.dowg": research,
  "contrib.galore": research,
  "contrib.madgrad": research,
  "contrib.mechanize": research,
  "contrib.momo": research,
  "contrib.momo_adam": research,
  "contrib.scale_by_acprop": research,
  "contrib.scale_by_ademamix": research,
  "contrib.scale_by_adopt": research,
  "contrib.scale_by_cocob": research,
  "contrib.scale_by_galore": research,
  "contrib.scale_by_madgrad": research,
  "contrib.scale_by_simplified_ademamix": research,
  "contrib.simplified_ademamix": research,
  "contrib.split_real_and_imaginary": complex,
  "losses.make_fenchel_young_loss": "subtract the product of scores and targets from your function's value",
  "losses.multiclass_sparsemax_loss": "`optax.sparsemaxLoss` has it for two classes",
  "losses.ranking_softmax_loss": "`optax.softmaxCrossEntropy` of the scores of a list is it",
  "schedules.StatefulSchedule": "`optax.injectHyperparams` takes schedules",
  "transforms.unitwise_clip": "`optax.adaptiveGradClip` uses it",
  "transforms.unitwise_norm": "`optax.adaptiveGradClip` uses it",
  "transforms.ConditionFn": "it is a type",
  "tree.conj": complex,
  "tree.map_params": "states are plain trees: `jax.tree.map` follows them",
  "tree.real": complex,
  "tree.unwrap_random_key_data": "keys are arrays of numbers already",
};

export const optaxNames = () =>
  pageOfNames({
    of: "optax",
    here: "optax",
    names: namesIn("optax-names"),
    reasons,
    example: "clip_by_global_norm",
  });
