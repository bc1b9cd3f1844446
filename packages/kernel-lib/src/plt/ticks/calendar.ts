import { msPerDay } from "../dates";

/** Microseconds since 1970, as Python's dates count. */
export const microseconds = (days: number) => Math.round(days * msPerDay * 1000);

/** A moment by its parts, in UTC: year, month from 1 on, day, hour, minute, second. */
export function partsOf(days: number): number[] {
  const date = new Date(Math.floor(microseconds(days) / 1000));
  return [
    date.getUTCFullYear(),
    date.getUTCMonth() + 1,
    date.getUTCDate(),
    date.getUTCHours(),
    date.getUTCMinutes(),
    date.getUTCSeconds(),
  ];
}

/** Days since 1970 of a moment in parts. */
export function daysFrom([
  year,
  month = 1,
  day = 1,
  hour = 0,
  minute = 0,
  second = 0,
]: readonly number[]): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second);
  return date.getTime() / msPerDay;
}

/** How many days a month has. */
export function daysInMonth(year: number, month: number): number {
  const last = new Date(0);
  last.setUTCFullYear(year, month, 0);
  return last.getUTCDate();
}

/** A moment so many months later, at the end of a month that is too short for its day. */
export function monthsLater(days: number, count: number): number {
  const [year, month, day] = partsOf(days);
  const at = 12 * year + month - 1 + count;
  const [inYear, inMonth] = [Math.floor(at / 12), (((at % 12) + 12) % 12) + 1];
  return daysFrom([inYear, inMonth, Math.min(day, daysInMonth(inYear, inMonth))]) + (days - Math.floor(days));
}

const months = "January February March April May June July August September October November December".split(
  " ",
);
const weekdays = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");
const two = (value: number) => String(value).padStart(2, "0");

/** The day of the week of a moment; Monday is 0. */
export const weekdayOf = (days: number): number => (((Math.floor(days) + 3) % 7) + 7) % 7;

/** Writes a moment by a format of Python's strftime, in UTC. */
export function written(days: number, format: string): string {
  const [year, month, day, hour, minute, second] = partsOf(days);
  const fraction = ((microseconds(days) % 1e6) + 1e6) % 1e6;
  const weekday = weekdayOf(microseconds(days) / (msPerDay * 1000));
  const parts: Record<string, string> = {
    Y: String(year).padStart(4, "0"),
    y: two(year % 100),
    B: months[month - 1],
    b: months[month - 1].slice(0, 3),
    m: two(month),
    d: two(day),
    e: String(day).padStart(2),
    j: String(Math.floor(days) - daysFrom([year]) + 1).padStart(3, "0"),
    A: weekdays[weekday],
    a: weekdays[weekday].slice(0, 3),
    w: String((weekday + 1) % 7),
    H: two(hour),
    I: two(((hour + 11) % 12) + 1),
    p: hour < 12 ? "AM" : "PM",
    M: two(minute),
    S: two(second),
    f: String(fraction).padStart(6, "0"),
    F: `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`,
    T: `${two(hour)}:${two(minute)}:${two(second)}`,
    "%": "%",
  };
  return format.replace(/%(-?)([A-Za-z%])/g, (whole, bare: string, letter: string) => {
    const part = parts[letter] as string | undefined;
    return part === undefined ? whole : bare ? part.replace(/^[0 ]+(?=.)/, "") : part;
  });
}
