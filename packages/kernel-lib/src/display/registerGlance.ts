import type { MimeBundle } from "./bundle";

/** How a list of variables shows values of some kind. */
export interface Glance {
  /** Says in little what a value is, in no time; undefined for those it knows nothing of. */
  summary(value: unknown): object | undefined;
  /** Shows a value that is opened in the list; undefined where it is shown as below a cell. */
  detail(value: unknown): MimeBundle | undefined;
}

/** The property of `globalThis` under which kernels look for how variables are listed. */
export const glancesSymbol = Symbol.for("tslinen.glances");

/**
 * Has values be listed in a way of their own, where a front end shows the variables of a kernel.
 *
 * @param glance - What is said of a value, and how it is shown once opened. The first that knows a value says it.
 * @example
 * registerGlance({
 *   summary: (value) => (value instanceof Map ? { kind: "other", key: "", text: `${value.size} entries` } : undefined),
 *   detail: () => undefined,
 * });
 */
export function registerGlance(glance: Glance): void {
  const globals = globalThis as { [glancesSymbol]?: Glance[] };
  (globals[glancesSymbol] ??= []).push(glance);
}
