export * from "./ufuncsArithmetic";
export * from "./ufuncsReal";
export * from "./ufuncsComparison";
