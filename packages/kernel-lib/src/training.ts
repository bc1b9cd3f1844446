export * from "./flax/trainState";
export * as checkpoints from "./saving/checkpoints";
export * as trainState from "./flax/trainState";
