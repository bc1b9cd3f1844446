import { cardType } from "../card/cardType";
import { grammars } from "../figure/mimeTypes";

/** What a notebook's contents are read from. */
export interface CellContent {
  readonly type: "code" | "markdown" | "raw";
  readonly source: string;
  /** The bundles of its outputs. */
  readonly outputs: readonly Readonly<Record<string, unknown>>[];
}

/** One line of the contents. */
export interface Entry {
  readonly kind: "figure" | "formula" | "activation";
  /** Its title; of a formula, the LaTeX. */
  readonly text: string;
  /** The cell it stands in. */
  readonly cell: number;
  /** A small picture of a figure, as a data URL. */
  readonly picture?: string;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === "object" && !Array.isArray(value);

function words(value: unknown): string {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map(words).join(" ");
  return isRecord(value) ? words(value.text) : "";
}

/** The title of a figure: its own, that of the first part that has one, or else its description. */
function titleOf(spec: unknown): string {
  if (!isRecord(spec)) return "";
  const parts = ["layer", "concat", "hconcat", "vconcat"].flatMap((key) =>
    Array.isArray(spec[key]) ? (spec[key] as unknown[]) : [],
  );
  return words(spec.title) || parts.map(titleOf).find(Boolean) || words(spec.description);
}

const figureTypes = [...Object.keys(grammars), "image/png", "image/svg+xml", "image/jpeg"];

/** Displayed formulas: between `$$`, between `\[` and `\]`, or in an environment of their own. */
const formula =
  /\$\$([\s\S]+?)\$\$|\\\[([\s\S]+?)\\\]|(\\begin\{(equation|align|gather)\*?\}[\s\S]+?\\end\{\4\*?\})/g;
const code = /```[\s\S]*?```|~~~[\s\S]*?~~~|`[^`\n]*`/g;

function ofMarkdown(source: string, cell: number): Entry[] {
  return [...source.replace(code, "").matchAll(formula)].map((match) => ({
    kind: "formula",
    text: (match[1] ?? match[2] ?? match[3]).trim(),
    cell,
  }));
}

function ofOutput(bundle: Readonly<Record<string, unknown>>, cell: number): Entry[] {
  const card = bundle[cardType];
  if (isRecord(card)) return [{ kind: "activation", text: words(card.signature) || words(card.name), cell }];
  const type = figureTypes.find((candidate) => candidate in bundle);
  if (!type) return [];
  const png = bundle["image/png"];
  return [
    {
      kind: "figure",
      text: titleOf(bundle[type]),
      cell,
      ...(typeof png === "string" ? { picture: `data:image/png;base64,${png}` } : {}),
    },
  ];
}

/** The figures, formulas and activations of a notebook, in its order. */
export function entriesOf(cells: readonly CellContent[]): Entry[] {
  return cells.flatMap(({ type, source, outputs }, cell) =>
    type === "markdown"
      ? ofMarkdown(source, cell)
      : type === "code"
        ? outputs.flatMap((bundle) => ofOutput(bundle, cell))
        : [],
  );
}
