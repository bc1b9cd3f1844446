import { vega } from "vega-embed";

/** Keys whose texts are expressions of Vega's. */
const expressions = ["expr", "labelExpr", "calculate", "filter", "test", "signal", "update"];

/** Finds an expression in a specification that cannot be read: where it stands, and what is wrong with it. */
export function brokenExpression(value: unknown, path = "spec"): string | undefined {
  if (Array.isArray(value)) {
    // Rows of data hold no expressions.
    if (/\.(values|datasets\.\w+)$/.test(path)) return undefined;
    return value.map((part, i) => brokenExpression(part, `${path}[${i}]`)).find(Boolean);
  }
  if (typeof value !== "object" || value === null) return undefined;
  for (const [key, part] of Object.entries(value)) {
    const place = `${path}.${key}`;
    const found =
      typeof part === "string" && expressions.includes(key)
        ? faultOf(part, place)
        : brokenExpression(part, place);
    if (found) return found;
  }
  return undefined;
}

function faultOf(text: string, place: string): string | undefined {
  try {
    vega.parseExpression(text);
    return undefined;
  } catch (error) {
    return `${place}: ${(error as Error).message} in ${JSON.stringify(text)}`;
  }
}
