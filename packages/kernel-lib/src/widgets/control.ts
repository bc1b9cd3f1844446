import { named } from "../array/named";
import type { Anything } from "../array/anything";
import { describe, isPlainObject } from "../array/options";
import type { HostComm } from "../display";
import { bounded, boundedByPowers, boundedPair, tags } from "./bounds";
import { ButtonWidget } from "./button";
import { DOMWidget } from "./domWidget";
import { setAdopt } from "./manager";
import { MediaWidget } from "./media";
import { Model, traitsOf, type ModelTable, type Rule, type TraitRow } from "./model";
import { models } from "./models";
import { PagesWidget } from "./pages";
import { border, pages } from "./pagesRule";
import { multipleSelection, selection } from "./selection";
import { SubmittedWidget } from "./submitted";
import { Widget } from "./widget";

type Rows = Readonly<Record<string, TraitRow>>;
type WidgetClass = new (...args: Anything[]) => Widget;

/** The rule by which a model's parts depend on each other, told by what it has. */
function ruleOf(name: string, rows: Rows): Rule | undefined {
  const kind = (row: string): string | undefined => rows[row]?.[0];
  if (name === "Layout") return border;
  if (kind("titles")) return pages(name === "Tab");
  if (kind("_options_labels")) {
    const index = kind("index") as string;
    return index.startsWith("int?") || index === "int"
      ? selection(index === "int?")
      : multipleSelection(index === "int pair");
  }
  if (kind("allowed_tags")) return tags;
  if (!kind("min") || !kind("value")) return undefined;
  if (kind("base")) return boundedByPowers;
  return kind("value")?.endsWith("pair") ? boundedPair(kind("value") === "int pair") : bounded;
}

function baseOf(name: string, rows: Rows): WidgetClass {
  if (name === "Button") return ButtonWidget as WidgetClass;
  if (rows.titles) return PagesWidget as WidgetClass;
  if (["Image", "Audio", "Video"].includes(name)) return MediaWidget as WidgetClass;
  if (["Text", "Password", "Combobox"].includes(name)) return SubmittedWidget as WidgetClass;
  return (rows.layout ? DOMWidget : Widget) as WidgetClass;
}

/**
 * Reads the arguments of a widget: its state, before which its children or its value may stand by itself.
 *
 * @throws TypeError for anything else.
 */
function readState(name: string, rows: Rows, first: unknown, rest: unknown): Record<string, unknown> {
  if (first === undefined || isPlainObject(first)) return { ...first };
  const key = rows.children ? "children" : rows.value ? "value" : undefined;
  if (key === undefined || (rest !== undefined && !isPlainObject(rest))) {
    throw new TypeError(
      `${name}: expected an object with its state, got ${describe(key === undefined ? first : rest)}`,
    );
  }
  return { [key]: first, ...rest };
}

/** Adds a property for each part of the state. */
function addProperties(prototype: object, model: Model): void {
  for (const key of [...model.traits.keys(), ...(model.rule?.keys ?? [])]) {
    Object.defineProperty(prototype, key, {
      get(this: Widget) {
        return this.get(key) as unknown;
      },
      set(this: Widget, value: unknown) {
        this.set({ [key]: value });
      },
      configurable: true,
      enumerable: false,
    });
  }
}

/** Where a class differs from the plain one of its name. */
interface Making {
  /** The class that its methods come from. */
  readonly base?: WidgetClass;
  /** The class whose model it has. Default: that of its own name. */
  readonly like?: string;
  /** How the parts of its state depend on each other. Default: as in that model. */
  readonly rule?: Rule;
}

const classes = new Map<string, WidgetClass>();
let table: ModelTable | undefined;

/** The rows of a class's model. */
export const rowsOf = (name: string): ModelTable[string] => (table ??= models())[name];

/** Makes the widget that a trait refers to. */
export const makeReference = (kind: string, state: Record<string, unknown>): Widget =>
  new (classOf(kind))(state);

/** The class of a name, made when it is first asked for. */
function classOf(name: string, { base, like = name, rule }: Making = {}): WidgetClass {
  const known = classes.get(name);
  if (known) return known;
  const [identity, rows] = rowsOf(like);
  const model = new Model(name, identity, traitsOf(rows), makeReference, rule ?? ruleOf(like, rows));
  const Made = class extends (base ?? baseOf(like, rows)) {
    constructor(first?: unknown, rest?: unknown, comm?: HostComm) {
      super(model, readState(name, rows, first, rest), comm);
    }
  };
  named(name, Made);
  addProperties(Made.prototype, model);
  classes.set(name, Made);
  return Made;
}

setAdopt((state, comm) => {
  const found = Object.entries((table ??= models())).find(([, [[name]]]) => name === state._model_name);
  if (!found) {
    comm.close();
    return;
  }
  const widget = new (classOf(found[0]))({}, undefined, comm);
  widget.receive({ data: { method: "update", state }, metadata: {}, buffers: [] });
});

/** The class of a name, which is made when it is first used, and can be called without `new`. */
export function control<T>(name: string, making?: Making): T {
  const made = (): WidgetClass => classOf(name, making);
  const proxy: object = new Proxy(function () {}, {
    apply: (_, __, args) => new (made())(...(args as unknown[])),
    construct: (_, args, target) =>
      Reflect.construct(made(), args, target === proxy ? made() : target) as object,
    get: (_, key) => Reflect.get(made(), key) as unknown,
  });
  return proxy as T;
}
