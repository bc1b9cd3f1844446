export * from "./cond";
export * from "./loops";
export * from "./scan";
export * from "./collectives";
