export * from "./plot";
export * from "./legend";
