export * from "./colormaps";
export * from "./figures";
export * from "./live";
export * from "./mappable";
export * from "./show";
export * from "./style";
export * from "./subplotMosaic";
export * from "./subplots";
