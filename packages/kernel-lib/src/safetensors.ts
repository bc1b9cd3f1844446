export * from "./saving/safetensors";
