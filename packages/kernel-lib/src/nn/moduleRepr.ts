import { ndarray } from "../array/ndarray";
import { arrayRepr } from "../np/printing";
import { isPlainObject } from "../array/options";
import { isDType } from "../array/traits";
import { stateSymbol, type ModuleState } from "./moduleState";

/** Lists a module's fields as Flax does. */
export function moduleRepr(module: object, indent = ""): string {
  const { className } = (module as { [stateSymbol]: ModuleState })[stateSymbol];
  const inner = `${indent}    `;
  const fields = Object.entries(module).filter(([, value]) => value !== undefined);
  if (fields.length === 0) return `${className}()`;
  const lines = fields.map(([name, value]) => `${inner}${name} = ${valueRepr(value, inner)}\n`);
  return `${className}(\n${inner}# attributes\n${lines.join("")}${indent})`;
}

function valueRepr(value: unknown, indent: string): string {
  if (typeof value === "function") {
    return stateSymbol in value ? moduleRepr(value, indent) : value.name || "function";
  }
  if (value instanceof ndarray) return arrayRepr(value).replaceAll("\n", `\n${indent}`);
  if (typeof value === "string") return isDType(value) ? value : JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((part) => valueRepr(part, indent)).join(", ")}]`;
  if (isPlainObject(value)) {
    const parts = Object.entries(value).map(([key, part]) => `${key}: ${valueRepr(part, indent)}`);
    return parts.length === 0 ? "{}" : `{ ${parts.join(", ")} }`;
  }
  return String(value);
}

/** Writes a value in one line. */
export function shortRepr(value: unknown): string {
  return valueRepr(value, "").split("\n")[0];
}
