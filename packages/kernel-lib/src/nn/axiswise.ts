export * from "./softmax";
export * from "./logsumexp";
export * from "./standardize";
export * from "./glu";
export * from "./oneHot";
