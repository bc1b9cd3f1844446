import { vega } from "vega-embed";

/** More rows than this out of thin air are a mistake or an attack: a page has no use for them. */
const rowLimit = 2_000_000;
/** More ticks than this on one axis cannot be told apart. */
const tickLimit = 5_000;

type Parameters = Record<string, unknown>;
interface Pulse {
  source?: unknown[];
  add: unknown[];
}

const number = (value: unknown, fallback: number) => (typeof value === "number" ? value : fallback);

const steps = (start: number, stop: number, step: number) => Math.max(0, (stop - start) / (step || 1));

/** How many rows each transform that makes rows out of its parameters is about to make. */
const estimates: Record<string, (parameters: Parameters, pulse: Pulse) => number> = {
  sequence: ({ start, stop, step }) => steps(number(start, 0), number(stop, 0), number(step, 1)),
  cross: (_, { source, add }) => (source ?? add).length ** 2,
  density: ({ steps: exact, maxsteps }) => number(exact, number(maxsteps, 200)),
  kde: ({ steps: exact, maxsteps }) => number(exact, number(maxsteps, 200)),
  graticule: ({ step, stepMinor }) => {
    const [x = 10, y = 10] = ((stepMinor ?? step) as number[] | undefined) ?? [];
    return (360 / Math.abs(x)) * (180 / Math.abs(y));
  },
};

interface Operator {
  prototype: { transform(parameters: Parameters, pulse: Pulse): unknown };
}

function refuse(what: string, count: number, limit: number): void {
  if (count > limit) {
    throw new RangeError(`${what}: at most ${limit} are made, got ${count}`);
  }
}

/** A repetition inside a repetition, such as `(a+)+`: it can take longer than the age of the universe to fail. */
const nestedRepetition = /\((?:[^()\\]|\\.)*[+*}](?:[^()\\]|\\.)*\)\s*(?:[+*]|\{\d+,\d*\})/;

function checkPattern(pattern: unknown): void {
  const source = pattern instanceof RegExp ? pattern.source : String(pattern);
  if (nestedRepetition.test(source) || source.length > 500) {
    throw new RangeError(`regexp: a repetition inside a repetition is not run, got ${source.slice(0, 80)}`);
  }
}

/**
 * Bounds what a figure can make the page compute. Vega has no limits of its own: a spec of one line, such as a
 * sequence to 1e12, would freeze the page it is shown on. Called once, before the first figure.
 */
export function limitVega(): void {
  const transforms = vega.transforms as unknown as Record<string, Operator>;
  for (const [name, estimate] of Object.entries(estimates)) {
    const { prototype } = transforms[name];
    const transform = prototype.transform;
    prototype.transform = function (parameters, pulse) {
      refuse(`${name}: rows`, estimate(parameters, pulse), rowLimit);
      return transform.call(this, parameters, pulse);
    };
  }

  const { prototype: ticks } = transforms.axisticks;
  const makeTicks = ticks.transform;
  ticks.transform = function (parameters, pulse) {
    const { count, values } = parameters as { count?: unknown; values?: unknown[] };
    refuse("axis: ticks", Math.max(number(count, 0), values?.length ?? 0), tickLimit);
    return makeTicks.call(this, parameters, pulse);
  };

  const sequence = vega.expressionFunction("sequence") as (...bounds: number[]) => number[];
  vega.expressionFunction("sequence", (...bounds: number[]) => {
    const [start, stop, step] = bounds.length < 2 ? [0, bounds[0], 1] : bounds;
    refuse("sequence: numbers", steps(start, stop, step ?? 1), rowLimit);
    return sequence(...bounds);
  });
  vega.expressionFunction("regexp", (pattern: string, flags?: string) => {
    checkPattern(pattern);
    return new RegExp(pattern, flags);
  });
  vega.expressionFunction("test", (pattern: unknown, text: unknown) => {
    checkPattern(pattern);
    return new RegExp(pattern as RegExp).test(String(text));
  });
  const replace = vega.expressionFunction("replace") as (...args: unknown[]) => string;
  vega.expressionFunction("replace", (text: unknown, pattern: unknown, by: unknown) => {
    checkPattern(pattern);
    return replace(text, pattern, by);
  });
  const pad = vega.expressionFunction("pad") as (text: string, length: number, ...rest: string[]) => string;
  vega.expressionFunction("pad", (text: string, length: number, ...rest: string[]) => {
    refuse("pad: characters", length, rowLimit);
    return pad(text, length, ...rest);
  });
}
