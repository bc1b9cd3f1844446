export * from "./nn/activation";
export * from "./nn/activations";
export * from "./nn/rectified";
export * from "./nn/sigmoidal";
export * from "./nn/exponential";
export * from "./nn/axiswise";
export * as initializers from "./nn/initializers";
