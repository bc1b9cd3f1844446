export * from "./accumulating";
export * from "./adafactor";
export * from "./adam";
export * from "./adamVariants";
export type { AdamOptions } from "./adamOptions";
export * from "./adaptive";
export * from "./adan";
export * from "./adding";
export * from "./backtracking";
export { adaptiveGradClip, clip, clipByBlockRms, clipByGlobalNorm, globalNorm } from "./clipping";
export { chain, masked, multiTransform, namedChain, partition, type Mask } from "./combining";
export * from "./constraining";
export * as contrib from "./contrib";
export * from "./descent";
export * from "./freezing";
export * from "./hyperparams";
export * from "./lbfgs";
export { valueAndGradFromState } from "./lineSearch";
export * from "./lookahead";
export * as losses from "./losses";
export * from "./losses";
export type { DecayOptions, LearningRate } from "./optimizerOptions";
export * from "./novograd";
export * from "./optimistic";
export * as perturbations from "./perturbations";
export * from "./piecewise";
export * from "./polyak";
export * as projections from "./projections";
export * from "./rms";
export * from "./rprop";
export {
  identity,
  scale,
  scaleByLearningRate,
  scaleByParamBlockRms,
  scaleBySchedule,
  scaleBySign,
  scaleByTrustRatio,
  setToZero,
} from "./scaling";
export * from "./schedules";
export * as schedules from "./allSchedules";
export * from "./sm3";
export * from "./steps";
export {
  GradientTransformation,
  type OptState,
  type Rate,
  type Schedule,
  type UpdateExtra,
} from "./transformation";
export * as transforms from "./transforms";
export * as tree from "./trees";
export * as treeUtils from "./treeUtils";
export * from "./trustRatio";
export * from "./update";
export * from "./warmup";
export * from "./zoomLinesearch";
