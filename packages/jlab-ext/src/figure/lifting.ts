import { piecesOf, withNames } from "./expressionLiterals";
import type { Json } from "./theme";

/**
 * A place in a specification whose content may change while the figure stands: its keys, and for a literal within an
 * expression which one it is.
 */
export type Place = string;

/** What a place of one specification holds in another, by place. */
export type Changes = ReadonlyMap<Place, unknown>;

/** A specification whose changing places are named, so that they can be set without compiling anew. */
export interface Lifted {
  spec: Json;
  /** What a place is called: a set of data, or a signal. */
  names: ReadonlyMap<Place, { name: string; data: boolean }>;
}

const isObject = (value: unknown): value is Json =>
  value !== null && typeof value === "object" && !Array.isArray(value);

const expressions = ["expr", "labelExpr", "calculate", "filter", "test"];
/** Properties of a mark that decide how it is compiled. */
const fixed = ["type", "style", "clip", "tooltip", "shape", "line", "point", "interpolate"];
/** What says nothing about the picture. */
const unseen = ["usermeta", "$schema", "description"];

const isData = (path: readonly string[]) => path.at(-1) === "values" && path.at(-2) === "data";

/** Whether what stands at a path can be a signal or a named set of data. */
function liftable(path: readonly string[], value: unknown): boolean {
  const [key, parent, outer] = [path.at(-1), path.at(-2), path.at(-3)] as [string, string?, string?];
  if (isData(path)) return Array.isArray(value);
  if (isObject(value)) return false;
  if (parent === "scale") return key === "domain";
  if (parent === "axis") return key === "values" || key === "tickCount";
  if (parent === "title") return key === "text";
  if (parent === "mark") return !fixed.includes(key);
  return (key === "value" || key === "datum") && outer === "encoding";
}

/**
 * Finds what is different in a specification that follows another.
 *
 * @returns The new content by place; undefined if more than liftable places has changed.
 */
export function changesOf(before: Json, after: Json): Changes | undefined {
  const changes = new Map<Place, unknown>();
  const same = (one: unknown, other: unknown, path: readonly string[]): boolean => {
    if (one === other) return true;
    if (liftable(path, one) && liftable(path, other)) {
      if (JSON.stringify(one) !== JSON.stringify(other)) changes.set(JSON.stringify(path), other);
      return true;
    }
    if (typeof one === "string" && typeof other === "string" && expressions.includes(path.at(-1)!)) {
      return sameExpression(one, other, path);
    }
    if (Array.isArray(one) && Array.isArray(other)) {
      return (
        one.length === other.length && one.every((part, i) => same(part, other[i], [...path, String(i)]))
      );
    }
    if (!isObject(one) || !isObject(other)) return false;
    const keys = Object.keys(one).filter((key) => path.length > 0 || !unseen.includes(key));
    const others = Object.keys(other).filter((key) => path.length > 0 || !unseen.includes(key));
    return (
      keys.length === others.length &&
      keys.every((key) => key in other && same(one[key], other[key], [...path, key]))
    );
  };
  const sameExpression = (one: string, other: string, path: readonly string[]): boolean => {
    const [old, fresh] = [piecesOf(one), piecesOf(other)];
    if (old.between.join("\0") !== fresh.between.join("\0")) return false;
    fresh.literals.forEach((literal, i) => {
      if (literal !== old.literals[i]) changes.set(JSON.stringify([...path, i]), JSON.parse(literal));
    });
    return true;
  };
  return same(before, after, []) ? changes : undefined;
}

/** Gives places of a specification names. */
export function lift(spec: Json, places: Iterable<Place>): Lifted {
  const lifted = structuredClone(spec);
  const names = new Map<Place, { name: string; data: boolean }>();
  const params: Json[] = [];
  const datasets: Json = {};
  const byExpression = new Map<string, Map<number, string>>();
  for (const place of places) {
    const path = JSON.parse(place) as (string | number)[];
    const last = path.at(-1)!;
    const name = `tslinen_live${names.size}`;
    if (typeof last === "number") {
      const owner = JSON.stringify(path.slice(0, -1));
      byExpression.set(owner, (byExpression.get(owner) ?? new Map<number, string>()).set(last, name));
      const value: unknown = JSON.parse(piecesOf(at(lifted, path.slice(0, -1)) as string).literals[last]);
      params.push({ name, value });
      names.set(place, { name, data: false });
      continue;
    }
    const owner = at(lifted, path.slice(0, -1)) as Json;
    const data = isData(path as string[]);
    if (data) {
      datasets[name] = owner.values;
      delete owner.values;
      owner.name = name;
    } else {
      params.push({ name, value: owner[last] });
      owner[last] = { expr: name };
    }
    names.set(place, { name, data });
  }
  for (const [owner, literals] of byExpression) {
    const path = JSON.parse(owner) as string[];
    const within = at(lifted, path.slice(0, -1)) as Json;
    const key = path.at(-1)!;
    within[key] = withNames(piecesOf(within[key] as string), (index) => literals.get(index));
  }
  if (params.length > 0) lifted.params = [...params, ...((lifted.params as Json[] | undefined) ?? [])];
  if (Object.keys(datasets).length > 0) lifted.datasets = { ...(lifted.datasets as Json), ...datasets };
  return { spec: lifted, names };
}

const at = (spec: Json, path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>((within, key) => (within as Json)[key], spec);
