const channels = (hex: string) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));

/** Colours that differ by more than a level or two of 255. */
export function colorsDiffer(ours: string | undefined, theirs: string | null | undefined): boolean {
  if (!ours || !theirs) return Boolean(ours) !== Boolean(theirs);
  const b = channels(theirs);
  return channels(ours).some((part, k) => Math.abs(part - b[k]) > 2);
}

const alphaOf = (color: string | null | undefined) =>
  color ? parseInt(color.slice(7, 9) || "ff", 16) / 255 : 0;

/** Whether a colour and its opacity are those of a part of what is drawn. */
export const paints = (ours: string | undefined, opacity: number, theirs: string | null | undefined) =>
  theirs ? !colorsDiffer(ours, theirs) && Math.abs(opacity - alphaOf(theirs)) < 0.01 : !ours || opacity === 0;
