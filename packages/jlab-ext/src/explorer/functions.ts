import { jax, nn, np } from "tslinen";
import { stepOf, type ActivationCard, type Parameter } from "../card/payload";
import { formula } from "./expression";

export type Values = Readonly<Record<string, number | boolean>>;

/** A function that can be explored. */
export interface Explorable {
  name: string;
  signature: string;
  latex: string;
  derivativeLatex: string | null;
  parameters: readonly Parameter[];
  /** Where it comes from: the library, or the notebook. */
  origin: "library" | "notebook";
  /** Its values at every x. */
  value(xs: Float32Array, parameters: Values): ArrayLike<number>;
  /** Its derivative at every x. */
  derivative(xs: Float32Array, parameters: Values): ArrayLike<number>;
}

type Call = (x: unknown, options?: Values) => np.ndarray;

/** The arguments of a call: none but x where all parameters have their defaults. */
const options = (parameters: readonly Parameter[], values: Values): [] | [Values] =>
  parameters.every((one) => values[one.name] === one.default) ? [] : [values];

/** The elementwise activations of tslinen, computed by tslinen itself: those along an axis have no curve. */
export function libraryFunctions(): Explorable[] {
  return nn.activations
    .filter(({ kind }) => kind === "elementwise")
    .map((activation) => {
      const call = activation as unknown as Call;
      const parameters = activation.parameters.map((one): Parameter => {
        if (typeof one.default === "boolean" || !("min" in one))
          return { name: one.name, default: Boolean(one.default) };
        return { ...one, step: stepOf(one.min, one.max, one.step) };
      });
      return {
        name: activation.name,
        signature: activation.signature,
        latex: activation.latex,
        derivativeLatex: activation.derivativeLatex ?? null,
        parameters,
        origin: "library" as const,
        value: (xs, values) => call(np.asarray(xs), ...options(parameters, values)).data,
        derivative: (xs, values) => {
          const one = (x: np.ndarray) => call(x, ...options(parameters, values));
          return jax.vmap(jax.grad(one))(np.asarray(xs)).data;
        },
      };
    });
}

/** An activation that a notebook displayed, a user's own for example: computed from the formula in its card. */
export function cardFunction(card: ActivationCard): Explorable | undefined {
  if (!card.vega) return undefined;
  const [value, derivative] = [formula(card.vega.value), formula(card.vega.derivative)];
  return {
    ...card,
    origin: "notebook",
    value: (xs, parameters) => Float64Array.from(xs, (x) => value(x, parameters)),
    derivative: (xs, parameters) => Float64Array.from(xs, (x) => derivative(x, parameters)),
  };
}

/** The values of a function's parameters before anyone moves a slider. */
export const defaultsOf = ({ parameters }: Explorable): Values =>
  Object.fromEntries(parameters.map((one) => [one.name, one.default]));
