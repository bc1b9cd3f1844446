export * from "./binary";
export type { ClassOptions } from "./classOptions";
export * from "./crossEntropy";
export * from "./ctc";
export * from "./divergence";
export * from "./labels";
export * from "./multiclass";
export * from "./overlap";
export * from "./regression";
