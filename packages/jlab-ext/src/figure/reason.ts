import type { Grammar } from "./mimeTypes";
import type { Json } from "./theme";

const marks =
  "arc area bar boxplot circle errorband errorbar geoshape image line point rect rule square text tick trail".split(
    " ",
  );
const types = ["quantitative", "nominal", "ordinal", "temporal", "geojson"];
const views = ["mark", "layer", "facet", "repeat", "concat", "hconcat", "vconcat"];

const isObject = (value: unknown): value is Json =>
  value !== null && typeof value === "object" && !Array.isArray(value);

/** What is plainly wrong with one view, or with the views inside it. */
function fault(view: Json, path: string): string | undefined {
  if (!views.some((key) => key in view)) return `${path} has none of ${views.join(", ")}`;
  const { mark, encoding, spec } = view;
  const type = isObject(mark) ? mark.type : mark;
  if (mark !== undefined && !marks.includes(String(type))) {
    return `${path}.mark: expected one of ${marks.join(", ")}, got ${JSON.stringify(type)}`;
  }
  for (const [channel, definition] of Object.entries(isObject(encoding) ? encoding : {})) {
    if (isObject(definition) && definition.type !== undefined && !types.includes(String(definition.type))) {
      return `${path}.encoding.${channel}.type: expected one of ${types.join(", ")}, got ${JSON.stringify(definition.type)}`;
    }
  }
  for (const key of ["layer", "concat", "hconcat", "vconcat"]) {
    for (const [index, part] of (Array.isArray(view[key]) ? (view[key] as unknown[]) : []).entries()) {
      const found = isObject(part)
        ? fault(part, `${path}.${key}[${index}]`)
        : `${path}.${key}[${index}] is not a view`;
      if (found) return found;
    }
  }
  return isObject(spec) ? fault(spec, `${path}.spec`) : undefined;
}

/**
 * Says why a figure could not be drawn. Vega-Lite's compiler does not check its input and stumbles where a name is
 * misspelt; where that is plain, this says so instead of repeating the stumble.
 */
export function reasonFor(error: unknown, source: unknown, grammar: Grammar): unknown {
  if (!(error instanceof TypeError) || grammar !== "vega-lite" || !isObject(source)) return error;
  return fault(source, "spec") ?? error;
}
