/** Representations of one value by MIME type: JSON types as objects, text as strings, binary types as base64. */
export interface MimeBundle {
  [mimeType: string]: unknown;
}

/**
 * The method by which a value says how it is displayed. Deno's kernel, tslinen's kernel and
 * {@link display} look for it.
 */
export const displaySymbol: unique symbol = Symbol.for("Jupyter.display") as never;

/** A value that brings its own representations; an empty bundle shows nothing. */
export interface Displayable {
  [displaySymbol](): MimeBundle;
}

/**
 * Tells whether a value brings its own representations.
 *
 * @param value - Anything.
 * @returns Whether it has a `Symbol.for("Jupyter.display")` method.
 * @example
 * isDisplayable(3); // false
 */
export function isDisplayable(value: unknown): value is Displayable {
  return (
    value !== null &&
    (typeof value === "object" || typeof value === "function") &&
    typeof (value as Partial<Displayable>)[displaySymbol] === "function"
  );
}
