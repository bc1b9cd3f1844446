export * from "./plt/artists/line";
export { Axes, Figure } from "./plt/bound/classes";
export * from "./plt/bound/pyplot";
export * from "./plt/model/legend";
export * from "./plt/pyplot";
export * from "./plt/rcParams";
