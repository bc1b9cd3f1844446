import { displaySymbol, isDisplayable, type Displayable, type MimeBundle } from "./bundle";
import { currentHost } from "./host";

/** Options of {@link display}. */
export interface DisplayOptions {
  /** Metadata by MIME type. Default: none. */
  metadata?: Record<string, unknown>;
  /** Identity of the display, so that a later call can replace it. Default: none. */
  displayId?: string;
  /** Whether to replace what was displayed under `displayId`. Default: false. */
  update?: boolean;
}

/**
 * Shows a value below the current cell, in every representation it has; nothing, if it has an empty bundle of them.
 *
 * @param value - A value with a `Symbol.for("Jupyter.display")` method, or a bundle of MIME types.
 * @param options - Metadata, and an identity by which a later call can replace what is shown.
 * @throws TypeError if `value` is neither.
 * @example
 * display({ "text/markdown": "**bold**", "text/plain": "bold" });
 */
export function display(value: Displayable | MimeBundle, options: DisplayOptions = {}): void {
  const bundle = isDisplayable(value) ? value[displaySymbol]() : value;
  const isBundle = bundle !== null && typeof bundle === "object";
  const isEmpty = isBundle && Object.keys(bundle).length === 0;
  if (isEmpty && isDisplayable(value)) return;
  if (!isBundle || isEmpty) {
    throw new TypeError(
      `display: expected a displayable value or a bundle of MIME types, got ${String(value)}`,
    );
  }
  const { metadata = {}, displayId, update = false } = options;
  if (update && displayId === undefined) {
    throw new TypeError("display: update needs the displayId of what is to be replaced");
  }
  currentHost().display(bundle as MimeBundle, { metadata, displayId, update });
}
