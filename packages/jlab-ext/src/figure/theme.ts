import type { Colours } from "./colours";
import type { Grammar } from "./mimeTypes";

/** A JSON object whose shape is not known: a figure comes from outside. */
export type Json = Record<string, unknown>;

/** How a figure takes part in the page's theme. */
export interface Theming {
  /** Configuration for the compiler: defaults that refer to the signals. */
  config: Json;
  /** Adds the signals to the compiled figure, or sets the ones it has. */
  prepare(compiled: { signals?: Json[] }, colours: Colours): void;
  /** The value of each signal under `colours`. */
  values(colours: Colours): Record<string, string>;
}

const isObject = (value: unknown): value is Json =>
  value !== null && typeof value === "object" && !Array.isArray(value);

const names = {
  ink: "tslinen_ink",
  paper: "tslinen_paper",
  middle: "tslinen_middle",
  faint: "tslinen_faint",
};
const ref = (name: keyof typeof names) => ({ signal: names[name] });

/**
 * Vega's own defaults, with signals in place of its fixed greys. Everything that a figure says itself, in its
 * configuration or its marks, comes after it and wins.
 */
function defaults(grammar: Grammar): Json {
  const words = { labelColor: ref("ink"), titleColor: ref("ink") };
  const text = grammar === "vega-lite" ? { text: { color: ref("ink") } } : { text: { fill: ref("ink") } };
  const rule = grammar === "vega-lite" ? { rule: { color: ref("ink") } } : { rule: { stroke: ref("ink") } };
  return {
    background: ref("paper"),
    axis: { ...words, domainColor: ref("middle"), tickColor: ref("middle"), gridColor: ref("faint") },
    legend: words,
    title: { color: ref("ink"), subtitleColor: ref("ink") },
    style: { "guide-label": { fill: ref("ink") }, "guide-title": { fill: ref("ink") } },
    ...text,
    ...rule,
    ...(grammar === "vega-lite"
      ? { header: words, view: { stroke: ref("faint") } }
      : { group: {}, path: { stroke: ref("ink") } }),
  };
}

const unthemed: Theming = { config: {}, prepare: () => undefined, values: () => ({}) };

const own: Theming = {
  config: {},
  prepare(compiled, colours) {
    for (const signal of compiled.signals ?? []) {
      if (signal.name === "ink") signal.value = colours.ink;
      if (signal.name === "paper") signal.value = colours.paper;
    }
  },
  values: ({ ink, paper }) => ({ ink, paper }),
};

function foreign(grammar: Grammar): Theming {
  const values = (colours: Colours) =>
    Object.fromEntries(
      Object.entries(names).map(([role, name]) => [name, colours[role as keyof typeof names]]),
    );
  return {
    config: defaults(grammar),
    prepare(compiled, colours) {
      const signals = Object.entries(values(colours)).map(([name, value]) => ({ name, value }));
      compiled.signals = [...signals, ...(compiled.signals ?? [])];
    },
    values,
  };
}

/**
 * Decides how a figure follows the theme. One that has free parameters (or signals) `ink` and `paper` follows
 * through them. Any other gets defaults that follow, unless it chose a background of its own: then it was designed
 * for that background, and is left as it is.
 */
export function themingOf(spec: Json, grammar: Grammar): Theming {
  const declared = spec[grammar === "vega-lite" ? "params" : "signals"];
  const free = (name: string) =>
    Array.isArray(declared) &&
    declared.some((entry) => isObject(entry) && entry.name === name && typeof entry.value === "string");
  if (free("ink") && free("paper")) return own;
  const config = isObject(spec.config) ? spec.config : {};
  const backgrounds = [spec.background, config.background].filter(
    (background) => background !== undefined && background !== null && background !== "transparent",
  );
  return backgrounds.length > 0 ? unthemed : foreign(grammar);
}
