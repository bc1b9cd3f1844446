export * from "./figures";
export * from "./show";
export * from "./colorbar";
export * from "./subplots";
export * from "./savefig";
