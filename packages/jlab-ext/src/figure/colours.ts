/** The colours of a figure: those of the page it stands on. */
export interface Colours {
  /** Text, frames and whatever is black on paper. */
  ink: string;
  /** The background. */
  paper: string;
  /** Axis lines of figures that do not say otherwise: between ink and paper. */
  middle: string;
  /** Grids and frames of figures that do not say otherwise: close to paper. */
  faint: string;
  /** Whether paper is dark. */
  dark: boolean;
}

/** The colours of a printed page, and of Vega's own defaults. */
export const lightColours: Readonly<Colours> = {
  ink: "#000000",
  paper: "#ffffff",
  middle: "#888888",
  faint: "#dddddd",
  dark: false,
};

type Rgba = readonly [red: number, green: number, blue: number, alpha: number];

let probe: CanvasRenderingContext2D | null | undefined;

/** Reads any CSS colour by letting a canvas normalise it; unreadable ones are `fallback`. */
function parse(colour: string, fallback: Rgba): Rgba {
  probe ??= document.createElement("canvas").getContext("2d");
  if (!probe || !CSS.supports("color", colour)) return fallback;
  probe.fillStyle = colour;
  const normal = String(probe.fillStyle);
  const hex = /^#(..)(..)(..)$/.exec(normal);
  if (hex) return [parseInt(hex[1], 16), parseInt(hex[2], 16), parseInt(hex[3], 16), 1];
  const [red, green, blue, alpha = 1] = (normal.match(/[\d.]+/g) ?? []).map(Number);
  return blue === undefined ? fallback : [red, green, blue, alpha];
}

/** `share` of `over` laid on `under`, as a hex colour. */
function blend(over: Rgba, under: Rgba, share: number): string {
  const part = over[3] * share;
  const channel = (index: 0 | 1 | 2) =>
    Math.round(over[index] * part + under[index] * (1 - part))
      .toString(16)
      .padStart(2, "0");
  return `#${channel(0)}${channel(1)}${channel(2)}`;
}

/** Relative luminance after WCAG 2, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance, from 0 to 1. */
function luminance(colour: Rgba): number {
  const [red, green, blue] = colour.slice(0, 3).map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/**
 * The colours that JupyterLab's current theme gives to the content at `node`.
 * On light paper ink is the theme's strongest, black in the default theme, as in matplotlib; on dark paper it is
 * a step softer, because full white on black glares.
 */
export function coloursAt(node: Element): Colours {
  // What is not in the page yet has no style; it will stand somewhere in the body.
  const style = getComputedStyle(node.isConnected ? node : document.body);
  const paper = parse(style.getPropertyValue("--jp-layout-color0").trim(), [255, 255, 255, 1]);
  const dark = luminance(paper) < 0.2;
  const ink = parse(
    style.getPropertyValue("--jp-content-font-color0").trim(),
    dark ? [255, 255, 255, 1] : [0, 0, 0, 1],
  );
  return {
    ink: blend(ink, paper, dark ? 0.87 : 1),
    paper: blend(paper, paper, 1),
    middle: blend(ink, paper, 0.47),
    faint: blend(ink, paper, dark ? 0.2 : 0.13),
    dark,
  };
}
