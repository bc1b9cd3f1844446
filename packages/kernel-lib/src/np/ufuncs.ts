export * from "./ufuncsArithmetic";
export * from "./ufuncsReal";
export * from "./ufuncsComparison";
export * from "./ufuncsSigns";
export * from "./ufuncsAngles";
export * from "./ufuncsBits";
