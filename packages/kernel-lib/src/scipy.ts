export * as special from "./array/special";
