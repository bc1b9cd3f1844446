export * from "./classification";
export * from "./labels";
export * from "./regression";
