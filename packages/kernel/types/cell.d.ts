/** What every cell can use without importing it. */

/**
 * Asks the reader of the notebook for a line of text.
 *
 * @param prompt - What to ask. Default: nothing.
 * @param options - `password: true` hides what is typed. Default: false.
 * @returns The line, without its newline.
 * @example
 * const name = await input("name? ");
 */
declare function input(prompt?: string, options?: { password?: boolean }): Promise<string>;

/**
 * Shows a value below the cell, in every representation it has.
 *
 * @param value - Any value; one with a `Symbol.for("Jupyter.display")` method brings its own representations.
 * @example
 * display(new Map([["a", 1]]));
 */
declare function display(value: unknown): void;
