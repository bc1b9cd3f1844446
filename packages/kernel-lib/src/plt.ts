import "./plt/methods";

export * from "./plt/artists/line";
export * from "./plt/axes";
export * from "./plt/figure";
export * from "./plt/kinds";
export * from "./plt/legend/legend";
export * from "./plt/pyplot";
export * from "./plt/rcParams";
export * from "./plt/settings";
