import { fetches } from "./interpreter";
import type { Json } from "./theme";

const isObject = (value: unknown): value is Json => value !== null && typeof value === "object";

/** What an input may say of itself; anything else would become an HTML attribute as it stands. */
const inputKeys = [
  "signal",
  "input",
  "name",
  "debounce",
  "min",
  "max",
  "step",
  "options",
  "labels",
  "placeholder",
  "autocomplete",
];
const inputTypes = [
  "checkbox",
  "radio",
  "select",
  "range",
  "number",
  "text",
  "date",
  "time",
  "color",
  "month",
];

function hardenInput(bind: Json): Json {
  const kept = Object.fromEntries(Object.entries(bind).filter(([key]) => inputKeys.includes(key)));
  if (!inputTypes.includes(String(kept.input))) kept.input = "text";
  return kept;
}

function hardenSignals(owner: Json): void {
  for (const signal of Array.isArray(owner.signals) ? (owner.signals as Json[]) : []) {
    if (isObject(signal.bind)) signal.bind = hardenInput(signal.bind);
    if (fetches(signal.value)) signal.value = "";
  }
  for (const mark of Array.isArray(owner.marks) ? (owner.marks as unknown[]) : []) {
    if (isObject(mark)) hardenSignals(mark);
  }
}

/**
 * Takes from a compiled figure what would reach beyond it: listeners on the rest of the page, inputs outside it or
 * with attributes of their own, colours that load an address.
 */
export function harden(compiled: Json): void {
  hardenSignals(compiled);
  if (fetches(compiled.background)) compiled.background = null;
  compiled.config = {
    ...(isObject(compiled.config) ? compiled.config : {}),
    events: {
      bind: "container",
      defaults: {},
      globalCursor: false,
      selector: false,
      timer: true,
      view: true,
      window: ["pointermove", "pointerup", "mousemove", "mouseup", "touchmove", "touchend", "resize"],
    },
  };
}

/** Options that a figure may give to the program that draws it; the rest could load, style or inject. */
const drawingOptions = ["theme", "width", "height", "padding", "hover"];

/** A copy of a figure's source that is safe to hand to the compiler, which writes into what it gets. */
export function copyForDrawing(source: unknown): Json {
  const spec: unknown = typeof source === "string" ? JSON.parse(source) : structuredClone(source);
  if (!isObject(spec) || Array.isArray(spec)) {
    throw new TypeError(`expected a JSON object as the figure's specification, got ${JSON.stringify(spec)}`);
  }
  delete spec.$schema;
  const usermeta = isObject(spec.usermeta) ? spec.usermeta : {};
  const options = isObject(usermeta.embedOptions) ? usermeta.embedOptions : {};
  spec.usermeta = {
    embedOptions: Object.fromEntries(Object.entries(options).filter(([key]) => drawingOptions.includes(key))),
  };
  return spec;
}
