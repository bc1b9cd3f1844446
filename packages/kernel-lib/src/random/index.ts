export * from "./bernoulli";
export * from "./gumbel";
export * from "./integers";
export * from "./keys";
export * from "./normal";
export * from "./orthogonal";
export * from "./shuffle";
export * from "./uniform";
