/** How far something has come. */
export interface Standing {
  /** What stands before the bar; nothing if empty. */
  readonly desc: string;
  /** How many rounds have been gone through. */
  readonly n: number;
  /** How many there will be, if that is known. */
  readonly total: number | undefined;
  /** What a round is called. */
  readonly unit: string;
  /** How long it has taken. */
  readonly seconds: number;
  /** What stands behind the bar, by name. */
  readonly postfix: readonly (readonly [string, unknown])[];
}

/** Minutes and seconds, with hours where there are any. */
function clock(seconds: number): string {
  const whole = Math.floor(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (x: number): string => String(x).padStart(2, "0");
  return `${hours > 0 ? `${hours}:` : ""}${two(minutes)}:${two(rest)}`;
}

const eighths = " ▏▎▍▌▋▊▉";

/** A bar of ten characters, exact to an eighth of one. */
function bar(part: number): string {
  const filled = Math.round(Math.min(1, part) * 80);
  const end = filled < 80 ? eighths[filled % 8] : "";
  return ("█".repeat(Math.floor(filled / 8)) + end).padEnd(10);
}

/** A value behind the bar: numbers, arrays of one number included, to three digits. */
function shown(value: unknown): string {
  if (typeof value === "string") return value;
  const x = Number(value);
  if (Number.isInteger(x) && Math.abs(x) < 1e6) return String(x);
  return Math.abs(x) >= 1e4 || Math.abs(x) < 1e-3 ? x.toExponential(2) : x.toPrecision(3);
}

/** Which part of all rounds has been gone through, if it is known how many there are. */
export const partOf = ({ n, total }: Standing): number | undefined =>
  total === undefined ? undefined : total > 0 ? n / total : 1;

/** What is told before a bar, and what behind it. */
export function aroundBar(standing: Standing): { before: string; behind: string } {
  const { desc, n, total, unit, seconds, postfix } = standing;
  const rate = seconds > 0 ? n / seconds : 0;
  const speed = rate >= 1 || rate === 0 ? `${rate.toFixed(1)}${unit}/s` : `${(1 / rate).toFixed(1)}s/${unit}`;
  const told = [speed, ...postfix.map(([name, value]) => `${name}=${shown(value)}`)].join(", ");
  const before = desc === "" ? "" : `${desc}: `;
  const part = partOf(standing);
  if (total === undefined || part === undefined) {
    return { before, behind: `${n}${unit} [${clock(seconds)}, ${told}]` };
  }
  const left = rate > 0 ? clock(Math.max(0, total - n) / rate) : "?";
  return {
    before: `${before}${`${Math.floor(100 * part)}%`.padStart(4)}`,
    behind: `${n}/${total} [${clock(seconds)}<${left}, ${told}]`,
  };
}

/** All of it in one line of text. */
export function lineOf(standing: Standing): string {
  const { before, behind } = aroundBar(standing);
  const part = partOf(standing);
  return part === undefined ? before + behind : `${before}|${bar(part)}| ${behind}`;
}
