/**
 * What the kernel uses of the language and its host, as it was before any cell ran. Cells may put something else in its
 * place, as fake timers do, and are answered all the same.
 */
export const { setTimeout, clearTimeout, Date } = globalThis;

/** The milliseconds since the thread started. */
export const now = performance.now.bind(performance);

/** Writes a value as JSON. */
export const { stringify } = JSON;
