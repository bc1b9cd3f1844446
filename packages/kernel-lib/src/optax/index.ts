export * from "./accumulating";
export type { AdamOptions } from "./adamOptions";
export * from "./adaptive";
export { adaptiveGradClip, clip, clipByBlockRms, clipByGlobalNorm, globalNorm } from "./clipping";
export { chain, masked, multiTransform, namedChain, partition, type Mask } from "./combining";
export * as losses from "./losses";
export * from "./losses";
export * from "./optimizers";
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
export type { GradientTransformation, OptState, Rate, Schedule } from "./transformation";
export * from "./update";
export * from "./wrappers";
