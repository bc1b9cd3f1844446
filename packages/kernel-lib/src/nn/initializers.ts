export * from "./constantInitializers";
export * from "./fanInitializers";
export * from "./initializerNames";
export * from "./spreadInitializers";
export * from "./orthogonalInitializers";
