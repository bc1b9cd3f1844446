/** Scales a path made of M, L, H, V, A and Z, in absolute coordinates with commas between them. */
export function scalePath(path: string, factor: number): string {
  const write = (x: number) => String(Number((x * factor).toFixed(4)));
  return path.replace(/([MLHVA])([^MLHVAZ]*)/g, (_, command: string, rest: string) => {
    const flags = command === "A" ? [2, 3, 4] : [];
    return (
      command +
      rest
        .split(",")
        .map((text, i) => (flags.includes(i) ? text : write(Number(text))))
        .join(",")
    );
  });
}
