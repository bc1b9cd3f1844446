export * from "./figures";
export * from "./show";
export * from "./colorbar";
