export * as random from "./random";
export * from "./transform";
