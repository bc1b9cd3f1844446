export * as special from "./np/special";
