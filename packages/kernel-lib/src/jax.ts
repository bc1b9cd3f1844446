export * as lax from "./lax";
export * as random from "./random";
export * as scipy from "./scipy";
export * as tree from "./transform/treeFunctions";
export * from "./transform";
