export * from "./np/special";
export * from "./np/specialGamma";
export { i0 } from "./np/windowFunctions";
export { logsumexp } from "./nn/logsumexp";
export { logSoftmax, softmax } from "./nn/softmax";
