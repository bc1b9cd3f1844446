export * from "./estimatedRates";
export * from "./muon";
export * from "./reduceOnPlateau";
export * from "./sam";
export * from "./scheduleFree";
export * from "./sophia";
