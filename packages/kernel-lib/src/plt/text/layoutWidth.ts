import { textWidth } from "../textMetrics";

/**
 * Measures a line of text as matplotlib does where it lays things out: it fits each letter to whole pixels, so that a
 * text is up to some pixels wider or narrower than its outlines.
 *
 * @param text - The line.
 * @param size - Font size in pixels.
 * @param options - `bold` selects the bold face. Default: false.
 */
export function layoutWidth(text: string, size: number, options: { bold?: boolean } = {}): number {
  let width = 0;
  for (const letter of text) width += Math.floor(textWidth(letter, size, options) + 0.505);
  return width;
}
