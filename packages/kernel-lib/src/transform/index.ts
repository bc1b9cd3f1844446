export * from "./grad";
export * from "./vmap";
export * from "./jit";
