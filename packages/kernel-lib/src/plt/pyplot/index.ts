export * from "./figures";
export * from "./show";
