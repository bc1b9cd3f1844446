import type { View } from "vega";
import type { Grammar } from "./mimeTypes";
import type { Json } from "./theme";

const isObject = (value: unknown): value is Json =>
  value !== null && typeof value === "object" && !Array.isArray(value);

const views = (spec: Json): Json[] =>
  ["layer", "concat", "hconcat", "vconcat"]
    .flatMap((key) => (Array.isArray(spec[key]) ? (spec[key] as unknown[]) : []))
    .concat(spec.spec ?? [])
    .filter(isObject);

/** Every view of a figure, outer ones first. */
const all = (spec: Json): Json[] => [spec, ...views(spec).flatMap(all)];

const text = (title: unknown): string =>
  Array.isArray(title)
    ? title.join(" ")
    : isObject(title)
      ? text(title.text)
      : typeof title === "string"
        ? title
        : "";

const kind = ({ mark }: Json): string => text(isObject(mark) ? mark.type : mark);

function titleOf(view: Json, channel: string): string {
  const encoding = isObject(view.encoding) ? view.encoding[channel] : undefined;
  if (!isObject(encoding)) return "";
  const axis = isObject(encoding.axis) ? encoding.axis.title : undefined;
  return text(encoding.title) || text(axis) || text(encoding.field);
}

/** A number as one says it: four digits. */
const spoken = (value: unknown): string =>
  typeof value === "number" ? String(Number(value.toPrecision(4))) : String(value);

function extent(view: View, scale: string): string {
  try {
    const domain = (view.scale(scale) as { domain(): unknown[] }).domain();
    const numeric = domain.length === 2 && domain.every((bound) => typeof bound === "number");
    return numeric
      ? `${spoken(domain[0])} to ${spoken(domain[1])}`
      : `${domain.length} values: ${domain.slice(0, 6).map(spoken).join(", ")}${domain.length > 6 ? ", …" : ""}`;
  } catch (error) {
    if (error instanceof Error) return "";
    throw error;
  }
}

/**
 * Says in words what a figure shows, for those who do not see it: its own description if it has one, otherwise its
 * title, its kinds of marks, and what its axes run over.
 */
export function describe(spec: Json, grammar: Grammar, view: View): string {
  if (typeof spec.description === "string" && spec.description !== "") return spec.description;
  const title = text(spec.title);
  if (grammar === "vega") return title || "Vega figure";
  const parts = all(spec);
  const kinds = [...new Set(parts.map(kind).filter(Boolean))];
  const axes = (["x", "y"] as const).flatMap((channel) => {
    const name = parts.map((part) => titleOf(part, channel)).find(Boolean) ?? channel;
    const range = extent(view, channel);
    return range ? [`${channel} axis${name === channel ? "" : ` ${name}`}: ${range}`] : [];
  });
  const what = kinds.length > 0 ? `Figure of ${kinds.join(", ")}` : "Figure";
  return [title || what, ...(title && kinds.length > 0 ? [what] : []), ...axes].join(". ");
}
