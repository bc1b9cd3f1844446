/** Milliseconds of a day. */
export const msPerDay = 86_400_000;

/** The number that stands for a moment on an axis: days since the beginning of 1970 in UTC, as in matplotlib. */
export const daysOf = (date: Date): number => date.getTime() / msPerDay;

/** Whether a value is a moment, from whichever realm. */
export const isDate = (value: unknown): value is Date =>
  Object.prototype.toString.call(value) === "[object Date]";

/** Whether a text is written as a date or a time is, which as names along an axis would all be as far apart. */
export const looksLikeDate = (text: string): boolean =>
  /^\d{4}-\d{2}(-\d{2}([T ]\d{2}:\d{2}.*)?)?$/.test(text) || /^\d{1,2}\/\d{1,2}\/\d{4}$/.test(text);
