import { bare, Promise } from "../originals";
import { platform } from "../platform";
import { viewsLeftUnder } from "./views";

/** Representations of one value by MIME type. */
export type MimeBundle = Record<string, unknown>;

/** The method by which a value says how it is displayed. */
export const displaySymbol = Symbol.for("Jupyter.display");

interface Displayable {
  [displaySymbol](): MimeBundle | Promise<MimeBundle>;
}

function isDisplayable(value: unknown): value is Displayable {
  return (
    value !== null &&
    (typeof value === "object" || typeof value === "function") &&
    typeof (value as Partial<Displayable>)[displaySymbol] === "function"
  );
}

/** The most text, in UTF-16 units, that a value is shown with: a notebook has to hold it. */
const mostText = 100_000;

/** A value as text: strings in quotes, arrays and objects as Node.js's console shows them, only deeper. */
export function plainText(value: unknown): string {
  const text = platform().inspect(value, { depth: 4, maxStringLength: mostText });
  if (text.length <= mostText) return text;
  return `${text.slice(0, mostText)}\n… ${text.length - mostText} more characters`;
}

/** Where libraries leave functions that know how values without a display method are shown. */
const viewsSymbol = Symbol.for("tslinen.views");

type View = (value: unknown) => MimeBundle | undefined;

/** How a library shows an object or a list; undefined where none knows it. */
function viewOf(value: unknown): MimeBundle | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  for (const view of viewsLeftUnder<View>(viewsSymbol)) {
    try {
      const bundle = view(value);
      if (bundle) return bundle;
    } catch {
      // A getter of the value that throws, say: it is shown as text, which looks at no getters.
    }
  }
  return undefined;
}

/**
 * All representations of a value: those it brings, none if it brings an empty bundle, those that a library has a view
 * for, or else a text. A promise, if the value takes its time.
 */
export function bundleOf(value: unknown): MimeBundle | Promise<MimeBundle> {
  if (!isDisplayable(value)) return withText(viewOf(value) ?? { "text/plain": plainText(value) }, value);
  const bundle = value[displaySymbol]();
  return bundle instanceof Promise ? bundle.then((it) => withText(it, value)) : withText(bundle, value);
}

function withText(bundle: MimeBundle, value: unknown): MimeBundle {
  if (bundle === null || typeof bundle !== "object") {
    throw new TypeError(`Symbol.for("Jupyter.display"): expected a MIME bundle, got ${plainText(bundle)}`);
  }
  return Object.hasOwn(bundle, "text/plain") || Object.keys(bundle).length === 0
    ? bare(bundle)
    : bare({ ...bundle, "text/plain": plainText(value) });
}
