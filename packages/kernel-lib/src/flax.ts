export * as linen from "./nn";
export * as core from "./saving/frozen";
export * as errors from "./nn/errors";
export * as serialization from "./saving/serialization";
export * as training from "./training";
export * as traverseUtil from "./saving/traverse";
