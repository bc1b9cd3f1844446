export * from "./addGridspec";
export * from "./axes";
export * from "./legend";
export * from "./setSizeInches";
export * from "./show";
