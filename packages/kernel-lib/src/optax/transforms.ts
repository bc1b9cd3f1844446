export { addDecayedWeights, addNoise } from "./adding";
export { ema, trace } from "./accumulating";
export { masked, partition } from "./combining";
export { keepParamsNonnegative, zeroNans } from "./constraining";
export { adaptiveGradClip, clip, clipByBlockRms, clipByGlobalNorm } from "./clipping";
export { freeze, selectiveTransform } from "./freezing";
export { applyIfFinite, MultiSteps } from "./steps";
