export * as random from "./random";
