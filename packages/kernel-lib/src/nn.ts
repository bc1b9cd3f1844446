export * from "./nn/glu";
export * from "./nn/softmax";
export * from "./nn/activation";
export * from "./nn/activations";
export * from "./nn/rectified";
export * from "./nn/sigmoidal";
export * from "./nn/exponential";
