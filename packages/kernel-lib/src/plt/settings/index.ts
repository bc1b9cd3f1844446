export * from "./labels";
export * from "./limits";
