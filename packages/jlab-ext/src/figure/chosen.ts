import type { View } from "vega";
import type { Json } from "./theme";

/** What a reader has chosen in a figure: moved axes, series switched off, values of sliders. */
export type Chosen = ReturnType<View["getState"]>;

const isObject = (value: unknown): value is Json => value !== null && typeof value === "object";

/** The names of the parameters by which a reader chooses, anywhere in a specification. */
function parametersOf(spec: unknown): string[] {
  if (!isObject(spec)) return [];
  const own = Array.isArray(spec.params) ? (spec.params as Json[]) : [];
  const views = ["layer", "concat", "hconcat", "vconcat"].flatMap((key) =>
    Array.isArray(spec[key]) ? (spec[key] as unknown[]) : [],
  );
  return [
    ...own.filter(({ select, bind }) => select || bind).map(({ name }) => String(name)),
    ...views.concat(spec.spec).flatMap(parametersOf),
  ];
}

/** Reads what has been chosen in a view of a specification. */
export function chosenIn(view: View, spec: Json): Chosen {
  const names = parametersOf(spec);
  const belongs = (name?: string) => names.some((one) => name === one || name?.startsWith(`${one}_`));
  return view.getState({ signals: belongs, data: belongs, recurse: true });
}

/** Sets in a new view what has been chosen in another, as far as it has the same parameters. */
export async function takeOver(view: View, chosen: Chosen): Promise<void> {
  await view.setState(chosen).runAsync();
}
