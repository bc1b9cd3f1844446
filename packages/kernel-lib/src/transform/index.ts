export * from "./checkpoint";
export * from "./customRules";
export * from "./derivatives";
export * from "./grad";
export * from "./jacobian";
export * from "./jaxpr";
export * from "./jit";
export * from "./vmap";
