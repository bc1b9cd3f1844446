import process from "node:process";

/**
 * Options of V8 that let code run four times as long before Node 20 optimizes it: most code of a notebook runs briefly,
 * and optimizing it was a fifth of a kernel's work. Later versions have a quicker compiler for such code, and another
 * measure.
 */
export const laterOptimization = process.versions.v8.startsWith("11.") ? ["--interrupt-budget=264000"] : [];
