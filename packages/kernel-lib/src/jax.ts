export * as lax from "./lax";
export * as random from "./random";
export * as scipy from "./scipy";
export * as numpy from "./np";
export * as nn from "./jaxNn";
export * as debug from "./transform/debug";
export * as tree from "./transform/treeFunctions";
export * from "./transform";
export * from "./transform/devices";
