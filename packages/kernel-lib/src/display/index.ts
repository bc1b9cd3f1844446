export * from "./bundle";
export * from "./host";
export * from "./display";
