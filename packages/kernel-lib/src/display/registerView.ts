import type { MimeBundle } from "./bundle";

/** Says how values are shown that know nothing of notebooks themselves; undefined for those it has no view of. */
export type View = (value: unknown) => MimeBundle | undefined;

/** The property of `globalThis` under which kernels look for views of values without a display method. */
export const viewsSymbol = Symbol.for("tslinen.views");

/**
 * Has plain objects, lists and the like be shown in a way of their own, where the kernel asks for one.
 *
 * @param view - Says how a value is shown, or that it is none of its own. The first that knows a value shows it.
 * @example
 * registerView((value) => (value instanceof Map ? { "text/plain": `${value.size} entries` } : undefined));
 */
export function registerView(view: View): void {
  const globals = globalThis as { [viewsSymbol]?: View[] };
  (globals[viewsSymbol] ??= []).push(view);
}
