export * from "./bundle";
export * from "./registerGlance";
export * from "./registerView";
export * from "./host";
export * from "./display";
export { progress, Progress, type ProgressOptions, type Rounds } from "./progress";
