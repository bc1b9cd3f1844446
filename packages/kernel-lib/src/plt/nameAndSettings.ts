import { describe, nearestName } from "../array/options";

/**
 * Reads a name with settings behind it, such as "arc3,rad=0.2" or "->, head_length=0.6".
 *
 * @param table - The names there are, and the settings of each with their defaults.
 * @throws TypeError for a name or a setting that there is not, or a setting that is no number.
 */
export function nameAndSettings(
  functionName: string,
  option: string,
  value: unknown,
  table: Readonly<Record<string, Readonly<Record<string, number>>>>,
): { name: string; settings: Record<string, number> } {
  const [name, ...rest] = typeof value === "string" ? value.split(",").map((part) => part.trim()) : [];
  const known = Object.keys(table);
  if (name === undefined || !Object.hasOwn(table, name)) {
    const near = name === undefined ? undefined : nearestName(name, known);
    const hint = near === undefined ? "" : `; did you mean "${near}"?`;
    const names = known.map((each) => `"${each}"`).join(", ");
    throw new TypeError(
      `${functionName}: expected ${option} to be one of ${names}, got ${describe(value)}${hint}`,
    );
  }
  const settings = { ...table[name] };
  for (const part of rest.filter((each) => each !== "")) {
    const [key, given = ""] = part.split("=").map((each) => each.trim());
    const number = given === "" ? NaN : Number(given);
    if (!Object.hasOwn(settings, key) || Number.isNaN(number)) {
      const settable = Object.keys(settings).join(", ") || "none";
      throw new TypeError(
        `${functionName}: expected settings of "${name}" such as key=1, of ${settable}, got "${part}"`,
      );
    }
    settings[key] = number;
  }
  return { name, settings };
}
