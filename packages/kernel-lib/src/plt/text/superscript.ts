const raised: Record<string, string> = {
  "0": "⁰",
  "1": "¹",
  "2": "²",
  "3": "³",
  "4": "⁴",
  "5": "⁵",
  "6": "⁶",
  "7": "⁷",
  "8": "⁸",
  "9": "⁹",
  "-": "⁻",
  "−": "⁻",
};

/** Writes a whole number in raised digits: −3 becomes ⁻³. */
export const superscript = (exponent: number): string =>
  [...String(exponent)].map((character) => raised[character]).join("");
