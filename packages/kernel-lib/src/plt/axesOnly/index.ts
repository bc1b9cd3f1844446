export * from "./getters";
export * from "./looks";
export * from "./set";
export * from "./tickLabels";
