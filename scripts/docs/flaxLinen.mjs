// The page that says what of flax.linen is here, and why the rest is not.
import { namesIn, pageOfNames } from "./names.mjs";

const eightBit = "there are no numbers of 8 bits";
const devices = "it says how arrays are spread over devices, of which there is one";
const naming = "it names operations for XLA's profiler";
const transformed =
  "`jax` transforms `model.apply`; within a module there are `nn.jit`, `nn.remat`, `nn.vmap` and `nn.scan`";
const branches = "`jax.lax` has it, for functions; make all parameters before it";
const reasons = {
  BatchApply: "reshape before and after the layer",
  Fp8DirectDotGeneralOp: eightBit,
  Fp8DotGeneral: eightBit,
  Fp8DotGeneralOp: eightBit,
  Fp8Einsum: eightBit,
  NANOOFp8DotGeneralOp: eightBit,
  add_metadata_axis: devices,
  apply: "`model.apply` with the option `method` runs any function of a module",
  compact: "every `__call__` may make submodules",
  compact_name_scope: "every method may make submodules",
  cond: branches,
  custom_vjp: transformed,
  disable_named_call: naming,
  enable_named_call: naming,
  fold_rngs: transformed,
  get_logical_axis_rules: devices,
  get_partition_spec: devices,
  get_sharding: devices,
  grad: transformed,
  init: "`model.init` with the option `method` initialises by any function of a module",
  init_with_output: "`model.initWithOutput` does it",
  intercept_methods: "`captureIntermediates` shows what methods give",
  jvp: transformed,
  logical_axis_rules: devices,
  logical_to_mesh: devices,
  logical_to_mesh_axes: devices,
  logical_to_mesh_sharding: devices,
  map_variables: "it is there for SpectralNorm and WeightNorm, which are here",
  merge_param: "write `this.field ?? given`",
  named_call: naming,
  nowrap: "methods that make no submodules need no mark",
  override_named_call: naming,
  pool: "`nn.maxPool`, `nn.minPool` and `nn.avgPool` are its cases",
  remat_scan: "`nn.scan` of `nn.remat` does it",
  set_logical_axis_rules: devices,
  share_scope: "a module of another one's fields can be called in its place",
  switch: branches,
  unbox: devices,
  value_and_grad: transformed,
  vjp: transformed,
  while_loop: branches,
  with_logical_constraint: devices,
  with_logical_partitioning: devices,
  with_partitioning: devices,
  ones: "`nn.initializers.ones` and `jnp.ones` have the name",
  ones_init: "`nn.initializers.onesInit` is it",
  zeros: "`nn.initializers.zeros` and `jnp.zeros` have the name",
  zeros_init: "`nn.initializers.zerosInit` is it",
};

export const flaxLinen = () =>
  pageOfNames({
    of: "flax.linen",
    here: "nn",
    names: namesIn("flax-linen-names"),
    reasons,
    example: "avg_pool",
  });
