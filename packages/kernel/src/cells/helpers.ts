import { platform } from "../platform";
import { base64 } from "./base64";
import { displaySymbol, type MimeBundle } from "./bundle";

/** A value that brings its own representations. */
export interface Rich {
  /** The representations, by MIME type. */
  [Symbol.toStringTag]: "Rich";
}

function rich(bundle: MimeBundle, text: string): Rich {
  return {
    [displaySymbol]: () => ({ ...bundle, "text/plain": text }),
    [Symbol.for("nodejs.util.inspect.custom")]: () => text,
    [Symbol.toStringTag]: "Rich",
  } as Rich;
}

const inspect = (value: unknown): string => platform().inspect(value);

function textOf(name: string, value: unknown): string {
  if (typeof value !== "string") throw new TypeError(`${name}: expected a string, got ${inspect(value)}`);
  return value;
}

function bytesOf(name: string, value: unknown): Uint8Array {
  if (!(value instanceof Uint8Array))
    throw new TypeError(`${name}: expected a Uint8Array, got ${inspect(value)}`);
  return value;
}

/**
 * Shows a text as HTML.
 *
 * @param text - The HTML.
 * @throws TypeError if `text` is not a string.
 * @example
 * html("<b>bold</b>")
 */
export function html(text: string): Rich {
  return rich({ "text/html": textOf("html", text) }, text);
}

/**
 * Shows a text as Markdown.
 *
 * @param text - The Markdown.
 * @throws TypeError if `text` is not a string.
 * @example
 * markdown("**bold** and $x^2$")
 */
export function markdown(text: string): Rich {
  return rich({ "text/markdown": textOf("markdown", text) }, text);
}

/**
 * Shows a formula. Dollar signs are added where the text has none.
 *
 * @param text - The formula, without dollar signs around it.
 * @throws TypeError if `text` is not a string.
 * @example
 * latex("\\frac{1}{1 + e^{-x}}")
 */
export function latex(text: string): Rich {
  const formula = textOf("latex", text).trim();
  return rich(
    { "text/latex": /^(\$|\\\[|\\\(|\\begin)/.test(formula) ? formula : `$$${formula}$$` },
    formula,
  );
}

/**
 * Shows a value as a tree of JSON.
 *
 * @param value - Any value that can be written as JSON.
 * @throws TypeError if `value` cannot be written as JSON.
 * @example
 * json({ layers: [64, 32], activation: "gelu" })
 */
export function json(value: unknown): Rich {
  const text = JSON.stringify(value, null, 2) as string | undefined;
  if (text === undefined)
    throw new TypeError(`json: expected a value that JSON can write, got ${inspect(value)}`);
  return rich({ "application/json": JSON.parse(text) }, text);
}

/**
 * Shows an SVG drawing.
 *
 * @param text - The SVG document.
 * @throws TypeError if `text` is not a string.
 * @example
 * svg('<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><circle cx="10" cy="10" r="9"/></svg>')
 */
export function svg(text: string): Rich {
  return rich({ "image/svg+xml": textOf("svg", text) }, "<SVG drawing>");
}

/**
 * Shows a PNG picture.
 *
 * @param bytes - The file's bytes.
 * @throws TypeError if `bytes` are not a Uint8Array.
 * @example
 * png(new Uint8Array(0))
 */
export function png(bytes: Uint8Array): Rich {
  return rich({ "image/png": base64(bytesOf("png", bytes)) }, `<PNG picture, ${bytes.length} bytes>`);
}

/**
 * Shows a JPEG picture.
 *
 * @param bytes - The file's bytes.
 * @throws TypeError if `bytes` are not a Uint8Array.
 * @example
 * jpeg(new Uint8Array(0))
 */
export function jpeg(bytes: Uint8Array): Rich {
  return rich({ "image/jpeg": base64(bytesOf("jpeg", bytes)) }, `<JPEG picture, ${bytes.length} bytes>`);
}
