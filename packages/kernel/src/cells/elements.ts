const condition = Symbol.for("tslinen.condition");

/** Of variables, how many elements those that are arrays have: conditions of later cells are checked by it. */
export function elementsOf(variables: readonly [name: string, value: unknown][]): Record<string, number> {
  return Object.fromEntries(
    variables.flatMap(([name, value]) => {
      if (typeof value !== "object" || value === null || !(condition in value)) return [];
      const { size } = value as { size?: unknown };
      return typeof size === "number" ? [[name, size]] : [];
    }),
  );
}
