export * from "./labels";
export * from "./limits";
export * from "./scales";
export * from "./ticks";
export * from "./polar";
