export { injectHyperparams } from "./hyperparams";
export * from "./piecewise";
export * from "./schedules";
export * from "./warmup";
