export * from "./cond";
export * from "./loops";
export * from "./scan";
export * from "./collectives";
export * from "./elementwise";
export * from "./slicing";
export * from "./searching";
