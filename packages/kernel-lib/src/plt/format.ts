import { readColor, type Paint } from "./color/color";
import { markers } from "./markers";
import { rcParams } from "./rcParams";

/** What a format string says; what it leaves out is undefined. */
export interface LineFormat {
  color?: Paint;
  marker?: string;
  linestyle?: string;
}

const lineStyles = ["--", "-.", "-", ":"];
const colorLetters = "bgrcmykw";

/**
 * Reads a format string such as "ro--": a marker, a line style and a colour, each at most once, in any order.
 *
 * @throws TypeError that names the character that does not fit.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.plot.html
 */
export function readFormat(functionName: string, format: string): LineFormat {
  const whole = /^[\d.]/.test(format) ? undefined : readColor(format);
  if (whole !== undefined && !(format in markers)) return { color: whole };
  // A blank is a style of its own, as in matplotlib: neither a line nor markers.
  if (format === " ") return { linestyle: "None" };
  if (format === "") return { linestyle: rcParams["lines.linestyle"] };
  const result: LineFormat = {};
  const fail = (why: string) =>
    new TypeError(`${functionName}: cannot read the format string "${format}": ${why}`);
  const set = (key: keyof LineFormat, value: string | Paint | undefined) => {
    const names = { color: "color", marker: "marker", linestyle: "line style" };
    if (result[key] !== undefined) throw fail(`two ${names[key]}s`);
    Object.assign(result, { [key]: value });
  };
  for (let i = 0; i < format.length;) {
    const rest = format.slice(i);
    const cycle = /^C\d/.exec(rest)?.[0];
    const style = lineStyles.find((name) => rest.startsWith(name));
    if (style !== undefined) set("linestyle", style);
    else if (cycle !== undefined) set("color", readColor(cycle));
    else if (rest[0] in markers) set("marker", rest[0]);
    else if (colorLetters.includes(rest[0])) set("color", readColor(rest[0]));
    else {
      throw fail(
        `"${rest[0]}" is not a color letter (${colorLetters}), marker (${Object.keys(markers).join(" ")}) or line style (${lineStyles.join(" ")})`,
      );
    }
    i += style?.length ?? cycle?.length ?? 1;
  }
  if (result.marker !== undefined) result.linestyle ??= "None";
  return result;
}
