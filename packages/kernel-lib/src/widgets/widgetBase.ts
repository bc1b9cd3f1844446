import type { Trait } from "./trait";

/** What other widgets' states need to know of a widget. */
export abstract class WidgetBase {
  /** The widget's identity, by which the front end knows it. */
  abstract readonly modelId: string;

  /** The part of the state with a name, in either spelling; undefined if there is none. */
  abstract traitOf(name: string): Trait | undefined;

  /** The widget as text. */
  abstract toString(): string;
}
