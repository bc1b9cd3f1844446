/** A parameter that has a slider. */
export interface NumberParameter {
  name: string;
  default: number;
  min: number;
  max: number;
  step: number;
}

/** A parameter that is on or off. */
export interface FlagParameter {
  name: string;
  default: boolean;
}

export type Parameter = NumberParameter | FlagParameter;

/** What a card is made of, as tslinen sends it. */
export interface ActivationCard {
  name: string;
  signature: string;
  summary: string;
  /** Formulas without delimiters. */
  latex: string;
  derivativeLatex: string | null;
  parameters: Parameter[];
  /** Vega expressions of `datum.x` and the parameters; null for functions along an axis. */
  vega: { value: string; derivative: string } | null;
  kinks: number[];
  source: string;
  docs: string;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === "object" && !Array.isArray(value);

const identifier = /^[A-Za-z_$][\w$]*$/;

/** The step of a slider: the one that is given, or else about a hundredth of the range, in round numbers. */
export function stepOf(min: number, max: number, given?: unknown): number {
  const hundredth = (max - min) / 100;
  if (typeof given === "number" && given !== hundredth) return given;
  return 10 ** Math.floor(Math.log10(hundredth) + 1e-9);
}

function parameterOf(value: unknown): Parameter {
  if (!isRecord(value) || typeof value.name !== "string" || !identifier.test(value.name)) {
    throw new TypeError(`activation card: expected a parameter with a name, got ${JSON.stringify(value)}`);
  }
  if (typeof value.default === "boolean") return { name: value.name, default: value.default };
  const { name, default: initial, min, max } = value;
  if (![initial, min, max].every((one) => typeof one === "number")) {
    throw new TypeError(
      `activation card: expected numbers as default, min and max of ${name}, got ${JSON.stringify(value)}`,
    );
  }
  const ends = { default: initial as number, min: min as number, max: max as number };
  return { name, ...ends, step: stepOf(ends.min, ends.max, value.step) };
}

/**
 * Reads a card from what came with the output.
 *
 * @throws TypeError if it is not one, with what is missing.
 */
export function readCard(value: unknown): ActivationCard {
  if (!isRecord(value))
    throw new TypeError(`activation card: expected an object, got ${JSON.stringify(value)}`);
  for (const key of ["name", "latex"]) {
    if (typeof value[key] !== "string") {
      throw new TypeError(`activation card: expected text as ${key}, got ${JSON.stringify(value[key])}`);
    }
  }
  const text = (key: string) => (typeof value[key] === "string" ? (value[key] as string) : "");
  const { vega } = value;
  return {
    name: text("name"),
    signature: text("signature") || text("name"),
    summary: text("summary"),
    latex: text("latex"),
    derivativeLatex: text("derivativeLatex") || null,
    parameters: (Array.isArray(value.parameters) ? value.parameters : []).map(parameterOf),
    vega:
      isRecord(vega) && typeof vega.value === "string" && typeof vega.derivative === "string"
        ? { value: vega.value, derivative: vega.derivative }
        : null,
    kinks: (Array.isArray(value.kinks) ? value.kinks : []).filter((kink) => typeof kink === "number"),
    source: text("source"),
    docs: text("docs"),
  };
}
