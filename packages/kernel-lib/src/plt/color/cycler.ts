import { describe, isPlainObject } from "../../array/options";
import { readLinestyle, type Linestyle, type LinestyleName } from "../linestyle";
import { readMarker } from "../markers";
import { notNegative } from "../options/readers";
import { addSnakeNames } from "../../array/snakeMembers";
import { rcParams } from "../rcParams";
import { paint, type Color, type Paint } from "./color";

/** Looks that go from line to line. */
export interface CycledLooks {
  color?: readonly Color[];
  linestyle?: readonly LinestyleName[];
  linewidth?: readonly number[];
  marker?: readonly string[];
  markersize?: readonly number[];
}

/** The looks of one line of a cycle. */
export interface CycleEntry {
  color?: Paint;
  linestyle?: Linestyle;
  linewidth?: number;
  marker?: string | null;
  markersize?: number;
}

const readers: { [K in keyof CycleEntry]-?: (functionName: string, value: unknown) => unknown } = {
  color: paint,
  linestyle: readLinestyle,
  linewidth: (functionName, value) => notNegative(functionName, "linewidth", value),
  marker: readMarker,
  markersize: (functionName, value) => notNegative(functionName, "markersize", value),
};

const shortNames: Record<string, keyof CycleEntry> = {
  c: "color",
  ls: "linestyle",
  lw: "linewidth",
  ms: "markersize",
};

/**
 * Looks that go from line to line, and begin anew when they have all been used. Made by {@link cycler}.
 *
 * @see https://matplotlib.org/cycler/
 * @example
 * const styles = plt.cycler({ color: ["r", "b"] }).multiply(plt.cycler({ linestyle: ["-", "--"] }));
 * styles.length; // 4
 */
export class Cycler {
  constructor(
    /** Looks as they were given, one object for every line. */
    readonly entries: readonly Readonly<Record<string, unknown>>[],
  ) {}

  /** How many lines have looks of their own. */
  get length(): number {
    return this.entries.length;
  }

  /**
   * Goes through the looks of both at once.
   *
   * @throws RangeError if one is longer than the other.
   */
  add(other: Cycler): Cycler {
    if (other.length !== this.length) {
      throw new RangeError(`add: expected cyclers of equal length, got ${this.length} and ${other.length}`);
    }
    return new Cycler(this.entries.map((entry, i) => ({ ...entry, ...other.entries[i] })));
  }

  /** Goes through all looks of another for each of its own. */
  multiply(other: Cycler): Cycler {
    return new Cycler(this.entries.flatMap((own) => other.entries.map((entry) => ({ ...own, ...entry }))));
  }
}

addSnakeNames(Cycler.prototype);

/** Reads looks that go from line to line: lists by name, or a name and a list. */
export function readCycler(functionName: string, args: readonly unknown[]): Cycler {
  const [first, list] = args;
  if (first instanceof Cycler) return first;
  const named = typeof first === "string" ? { [first]: list } : first;
  if (!isPlainObject(named) || Object.keys(named).length === 0) {
    throw new TypeError(
      `${functionName}: expected looks such as { color: ["r", "b"] }, got ${describe(first)}`,
    );
  }
  const lists = Object.entries(named).map(([key, values]): [string, unknown[]] => {
    const name = shortNames[key] ?? key;
    if (!Object.hasOwn(readers, name)) {
      throw new TypeError(
        `${functionName}: expected looks among ${Object.keys(readers).join(", ")}, got ${describe(key)}`,
      );
    }
    const each = typeof values === "string" ? [...values] : values;
    if (!Array.isArray(each) || each.length === 0) {
      throw new TypeError(`${functionName}: expected ${name} to be a list, got ${describe(values)}`);
    }
    for (const value of each) readers[name as keyof CycleEntry](functionName, value);
    return [name, each];
  });
  const lengths = new Set(lists.map(([, values]) => values.length));
  if (lengths.size > 1) {
    throw new RangeError(
      `${functionName}: expected lists of equal length, got ${[...lengths].join(" and ")}`,
    );
  }
  return new Cycler(
    lists[0][1].map((_, i) => Object.fromEntries(lists.map(([name, values]) => [name, values[i]]))),
  );
}

/** The looks of every line of a cycle. */
export function cycleEntries(cycler: Cycler): CycleEntry[] {
  return cycler.entries.map((entry) =>
    Object.fromEntries(
      Object.entries(entry).map(([name, value]) => [
        name,
        readers[name as keyof CycleEntry]("rcParams", value),
      ]),
    ),
  );
}

/** The looks that `rcParams["axes.prop_cycle"]` has lines go through. */
export const usualCycle = (): CycleEntry[] => cycleEntries(new Cycler(rcCycle()));

/** The entries of `rcParams["axes.prop_cycle"]`, which is a cycler or a list of colours. */
function rcCycle(): readonly Readonly<Record<string, unknown>>[] {
  const cycle = rcParams["axes.prop_cycle"] as readonly string[] | Cycler;
  return cycle instanceof Cycler ? cycle.entries : cycle.map((color) => ({ color }));
}
