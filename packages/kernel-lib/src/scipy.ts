export * as special from "./special";
