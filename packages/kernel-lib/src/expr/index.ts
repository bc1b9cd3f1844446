export * from "./expr";
export * from "./arithmetic";
export * from "./bits";
export * from "./logic";
export * from "./transcendental";
export * from "./derivative";
export * from "./formula";
