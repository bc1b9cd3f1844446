import { describe } from "../../array/options";
import { rcParams } from "../rcParams";
import { cssColors } from "./names";
import { xkcdColor } from "./xkcd";

/**
 * A colour as pyplot takes it: a name ("tomato", "tab:blue", "r"), a place in the cycle ("C1"), "#rgb", "#rrggbb",
 * "#rrggbbaa", a gray level ("0.5"), a name of the xkcd survey ("xkcd:sky blue"), "none", [r, g, b] or [r, g, b, alpha]
 * from 0 to 1, or one of these and its opacity: ["tomato", 0.5].
 */
export type Color = string | readonly number[] | readonly [color: string | readonly number[], alpha: number];

/** A colour that has been understood. Black is `ink`: the colour of text, which a dark theme turns light. */
export interface Paint {
  /** `#rrggbb`, "ink", or "none". */
  readonly color: string;
  /** From 0 to 1. */
  readonly alpha: number;
}

const letters: Record<string, string> = {
  b: "#0000ff",
  g: "#008000",
  r: "#ff0000",
  c: "#00bfbf",
  m: "#bf00bf",
  y: "#bfbf00",
  w: "#ffffff",
  k: "ink",
  black: "ink",
};

const tableau = {
  blue: "#1f77b4",
  orange: "#ff7f0e",
  green: "#2ca02c",
  red: "#d62728",
  purple: "#9467bd",
  brown: "#8c564b",
  pink: "#e377c2",
  gray: "#7f7f7f",
  grey: "#7f7f7f",
  olive: "#bcbd22",
  cyan: "#17becf",
} as Record<string, string>;

const hexPair = (part: number) =>
  Math.round(part * 255)
    .toString(16)
    .padStart(2, "0");

/** Reads a colour; undefined where it is none. */
export function readColor(value: unknown): Paint | undefined {
  if (typeof value === "string") return named(value.trim());
  if (isWithOpacity(value)) {
    const own = readColor(value[0]);
    return own && (own.color === "none" ? own : { ...own, alpha: value[1] });
  }
  if (!isNumberList(value) || (value.length !== 3 && value.length !== 4)) return undefined;
  const parts = Array.from(value);
  if (!parts.every((part) => part >= 0 && part <= 1)) return undefined;
  return { color: `#${parts.slice(0, 3).map(hexPair).join("")}`, alpha: parts[3] ?? 1 };
}

/** Whether a value is a colour and its opacity; two numbers are neither. */
const isWithOpacity = (value: unknown): value is readonly [color: unknown, alpha: number] =>
  Array.isArray(value) &&
  value.length === 2 &&
  typeof value[0] !== "number" &&
  typeof value[1] === "number" &&
  value[1] >= 0 &&
  value[1] <= 1;

const isNumberList = (value: unknown): value is readonly number[] =>
  (Array.isArray(value) && value.every((part) => typeof part === "number")) ||
  (ArrayBuffer.isView(value) && !(value instanceof DataView));

/** The colours among what lines go through. */
function cycleColors(): unknown[] {
  const cycle = rcParams["axes.prop_cycle"] as
    readonly unknown[] | { entries: readonly { color?: unknown }[] };
  const { entries } = cycle;
  // A list has a function of this name.
  if (typeof entries === "function") return [...(cycle as readonly unknown[])];
  return entries.flatMap(({ color }) => (color === undefined ? [] : [color]));
}

function named(text: string): Paint | undefined {
  const name = text.toLowerCase();
  const opaque = (color: string | undefined) => (color === undefined ? undefined : { color, alpha: 1 });
  if (name === "none") return { color: "none", alpha: 0 };
  if (/^C\d+$/.test(text)) {
    const cycle = cycleColors();
    return cycle.length === 0 ? opaque(letters.k) : readColor(cycle[Number(text.slice(1)) % cycle.length]);
  }
  if (name.startsWith("tab:")) return opaque(tableau[name.slice(4)]);
  if (name.startsWith("xkcd:")) return opaque(xkcdColor(name.slice(5)));
  const hex = /^#([0-9a-f]{3,8})$/.exec(name)?.[1];
  if (hex !== undefined) {
    const full = hex.length <= 4 ? [...hex].map((digit) => digit + digit).join("") : hex;
    if (full.length !== 6 && full.length !== 8) return undefined;
    return { color: `#${full.slice(0, 6)}`, alpha: parseInt(full.slice(6) || "ff", 16) / 255 };
  }
  if (/^\d*\.?\d+$|^\d+\.$/.test(name)) {
    const gray = Number(name);
    return gray <= 1 ? opaque(`#${hexPair(gray).repeat(3)}`) : undefined;
  }
  return opaque(letters[name] ?? cssColors.get(name));
}

/**
 * Reads a colour, or throws.
 *
 * @param functionName - The function that was given it, for the message.
 * @param value - What the user gave.
 * @param alpha - Opacity that takes the place of the colour's own. Default: the colour's own.
 */
export function paint(functionName: string, value: unknown, alpha?: number): Paint {
  const read = readColor(value);
  if (read === undefined) {
    const given = Array.isArray(value) ? `[${value.join(", ")}]` : describe(value);
    throw new TypeError(
      `${functionName}: expected a color such as "red", "C0", "#1f77b4", "0.5" or [r, g, b] from 0 to 1, got ${given}`,
    );
  }
  return alpha === undefined || read.color === "none" ? read : { color: read.color, alpha };
}

/** The colour as a Vega-Lite spec has it; ink and paper follow the theme. */
export const specColor = ({ color }: Paint): unknown =>
  color === "none" ? null : color === "ink" || color === "paper" ? { expr: color } : color;

/** A colour of rcParams: the default black and white are ink and paper, which follow the theme. */
export function defaultPaint(
  name:
    | "axes.edgecolor"
    | "axes.facecolor"
    | "axes.labelcolor"
    | "figure.facecolor"
    | "text.color"
    | "xtick.color"
    | "ytick.color",
): Paint {
  const color = rcParams[name];
  return color === "white" ? { color: "paper", alpha: 1 } : paint("rcParams", color);
}
