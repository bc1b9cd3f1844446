export * as random from "./random";
export * from "./transform";
export * as scipy from "./scipy";
