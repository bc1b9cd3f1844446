/** Lets the browser save `url`, or a blob, as a file. */
export function download(content: string | Blob, fileName: string): void {
  const url = typeof content === "string" ? content : URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = url;
  link.download = fileName;
  document.body.append(link);
  link.click();
  link.remove();
  if (typeof content !== "string") setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** A file name made of a figure's title or description; `figure` when it has neither. */
export function fileStem(source: unknown): string {
  const { title, description } = (source ?? {}) as { title?: unknown; description?: unknown };
  const nested = (title as { text?: unknown } | null | undefined)?.text;
  const words = [title, nested, description].find((text) => typeof text === "string" && text !== "");
  const stem = String(words ?? "figure")
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 40);
  return stem || "figure";
}
