export * from "./arithmetic";
export * from "./making";
export * from "./measures";
export * from "./states";
