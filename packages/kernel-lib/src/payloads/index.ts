/** What a notebook is given to show values by, beside figures: how it is written, and how a front end reads it. */
export * from "./animation";
export * from "./summary";
export * from "./table";
export * from "./tree";
