export * from "./bundle";
export * from "./host";
export * from "./display";
export { progress, Progress, type ProgressOptions, type Rounds } from "./progress";
