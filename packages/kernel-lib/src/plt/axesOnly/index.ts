export * from "../axesOnly/getters";
export * from "../axesOnly/looks";
export * from "../axesOnly/set";
export * from "../axesOnly/tickLabels";
export * from "./addPatch";
export * from "./autoscaleView";
export * from "./insetAxes";
