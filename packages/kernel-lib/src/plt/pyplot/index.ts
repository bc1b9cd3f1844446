export * from "./figures";
export * from "./mappable";
export * from "./show";
export * from "./subplots";
