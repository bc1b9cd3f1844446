export { batches, Batches, type BatchOptions } from "./batches";
export * from "./csv";
export * from "./digits";
export * from "./iris";
export * from "./mnist";
export { type Bunch } from "./packed";
export * from "./points";
export * from "./split";
