import type { displaySymbol, MimeBundle } from "../display";
import type { ArrayLike } from "../array/asarray";
import type { ndarray } from "../array/ndarray";
import type { Spelled } from "../array/options";

/** A parameter that is a number: its default, and the ends of its slider. */
export interface NumberParameter {
  readonly default: number;
  readonly min: number;
  readonly max: number;
  /** The step of its slider. Default: a hundredth of its range. */
  readonly step?: number;
  /** How formulas show it, `\alpha`. Default: as its name says. */
  readonly latex?: string;
}

/** A parameter that is on or off. */
export interface FlagParameter {
  readonly default: boolean;
}

/** The value of a parameter, by position or among options: `nn.elu(x, 0.5)` or `nn.elu(x, { alpha: 0.5 })`. */
export type Parameter<Name extends string, Value = ArrayLike> = Value | Spelled<{ [K in Name]?: Value }>;

/** What is known of an activation function beside its values. */
export interface ActivationInfo {
  /** Whether each element depends on its own input alone, or on all along an axis. */
  readonly kind: "elementwise" | "axis-wise";
  /** How it is called: `elu(x, alpha = 1)`. */
  readonly signature: string;
  /** What it is, in a sentence. */
  readonly summary: string;
  /** Its formula in LaTeX, `\mathrm{elu}(x) = …`. */
  readonly latex: string;
  /** Its derivative's formula in LaTeX; undefined for those along an axis. */
  readonly derivativeLatex: string | undefined;
  readonly parameters: readonly ({ readonly name: string } & (NumberParameter | FlagParameter))[];
  /** Where its derivative jumps or does not exist. */
  readonly kinks: readonly number[];
  /** The paper, or the place, that defines it; empty where a notebook does. */
  readonly source: string;
  /** The page that documents it; empty where there is none. */
  readonly docs: string;
  /**
   * It and its derivative as Vega expressions of `x` and its parameters; undefined for those along an axis.
   *
   * @param names - What `x` and the parameters are called there. Default: `datum.x` and their own names.
   */
  vega(names?: Readonly<Record<string, string>>): { value: string; derivative: string } | undefined;
  [displaySymbol](): MimeBundle;
}

/** An activation function: call it on arrays, look at its formula, display it as a card. */
export type Activation<F = (x: ArrayLike) => ndarray> = F & ActivationInfo;
