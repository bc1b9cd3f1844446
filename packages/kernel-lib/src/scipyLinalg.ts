export { det } from "./linalg/determinants";
export { svd } from "./linalg/decompositions";
export { inv } from "./linalg/solving";
export * from "./linalg/scipy/cholesky";
export * from "./linalg/scipy/lu";
export * from "./linalg/scipy/matrixFunctions";
export * from "./linalg/scipy/orthogonal";
export * from "./linalg/scipy/solving";
export * from "./linalg/scipy/structured";
