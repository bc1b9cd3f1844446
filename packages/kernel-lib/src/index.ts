import "./views";

export * as np from "./np";
export * as jnp from "./np";
export * as jax from "./jax";
export * as nn from "./nn";
export * as optax from "./optax";
export * as plt from "./plt";
export * as widgets from "./widgets";
export * as data from "./data";
export * as flax from "./flax";
export * as metrics from "./metrics";
export * as safetensors from "./safetensors";
export * from "./display";
export { interact, interactManual, interactive } from "./widgets";
