export * as linalg from "./scipyLinalg";
export * as special from "./special";
