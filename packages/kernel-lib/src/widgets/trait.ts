/** A part of a widget's state. */
export interface Trait {
  /** Its name in the protocol: `readout_format`. */
  readonly name: string;
  /** Its name in TypeScript: `readoutFormat`. */
  readonly key: string;
  /** What it holds: "int", "string[]", or the name of a class of widgets. */
  readonly kind: string;
  readonly nullable: boolean;
  readonly initial: unknown;
  readonly choices?: readonly string[];
}
