export { matmul, tensordot } from "../np/products";
export { vecdot } from "../np/vectorProducts";
export * from "./decompositions";
export * from "./determinants";
export * from "./leastSquares";
export * from "./norms";
export * from "./parts";
export * from "./powers";
export * from "./solving";
