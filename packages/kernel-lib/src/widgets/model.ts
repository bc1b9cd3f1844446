import { camelCase } from "../array/options";
import type { Trait } from "./trait";
import type { WidgetBase } from "./widgetBase";

/** A trait as {@link ModelTable} has it: its kind, its default, and what it may be where there is a choice. */
export type TraitRow = readonly [kind: string, initial: unknown, choices?: readonly string[]];

/** The names, modules and versions of a model and of its view. */
export type Identity = readonly (string | null)[];

/** Models by the names of their classes. */
export type ModelTable = Readonly<Record<string, readonly [Identity, Readonly<Record<string, TraitRow>>]>>;

/** How the parts of a state depend on each other. */
export interface Rule {
  /** Names of what the state has beside traits, and the front end knows nothing of. */
  readonly keys: readonly string[];
  /**
   * Brings a state in order.
   *
   * @param owner - The widget's class, for messages.
   * @param state - The state, which is changed.
   * @param given - The names of what is new in it.
   * @param isNew - Whether the widget is only being made.
   * @throws RangeError if the parts do not go together.
   */
  settle(owner: string, state: Record<string, unknown>, given: ReadonlySet<string>, isNew: boolean): void;
}

/** Makes the widget that a trait refers to. */
export type MakeReference = (kind: string, state: Record<string, unknown>) => WidgetBase;

const names = ["_model_name", "_model_module", "_model_module_version", "_view_name", "_view_module"];
const classOfWidgets = /^[A-Z]\w*(Layout|Style)$|^Layout$/;

/** What all widgets of a class have. */
export class Model {
  /** What the protocol calls model and view. */
  readonly identity: Readonly<Record<string, string | null>>;
  /** The traits by their names in TypeScript. */
  readonly traits: ReadonlyMap<string, Trait>;

  /**
   * @param name - The name of the class.
   * @param identity - What the protocol calls model and view.
   * @param traits - The parts of the state.
   * @param make - Makes the widgets that traits refer to.
   * @param rule - How the parts depend on each other.
   */
  constructor(
    readonly name: string,
    identity: Identity,
    traits: readonly Trait[],
    readonly make: MakeReference,
    readonly rule?: Rule,
  ) {
    const entries = [...names, "_view_module_version"].map((key, i) => [key, identity[i]]);
    this.identity = { ...(Object.fromEntries(entries) as Record<string, string | null>), _view_count: null };
    this.traits = new Map(traits.map((trait) => [trait.key, trait]));
  }

  /** Whether a trait refers to another widget, which is made where none is given. */
  isReference(trait: Trait): boolean {
    return classOfWidgets.test(trait.kind);
  }

  /** The state by default, without what it refers to. */
  initial(): Record<string, unknown> {
    const traits = [...this.traits.values()].filter((trait) => !this.isReference(trait));
    return Object.fromEntries(
      traits.map(({ key, kind, initial }) => [key, kind === "bytes" ? new Uint8Array() : initial]),
    );
  }
}

/** Reads the rows of a table. */
export function traitsOf(rows: Readonly<Record<string, TraitRow>>): Trait[] {
  return Object.entries(rows).map(([name, [kind, initial, choices]]) => {
    const nullable = kind.endsWith("?");
    const key = camelCase(name.replace(/^_/, ""));
    return { name, key, kind: nullable ? kind.slice(0, -1) : kind, nullable, initial, choices };
  });
}
