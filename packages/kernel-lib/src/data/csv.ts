import type { DType } from "../array/dtype";
import { ndarray } from "../array/ndarray";
import { describe, readOptions } from "../array/options";
import { checkDType, convertStorage } from "../array/traits";
import { readSource } from "../files/fetching";

/** A column: numbers or truth values as an array, anything else as texts. */
export type Column = ndarray | string[];

/** Options of {@link csv} and {@link parseCsv}. */
export interface CsvOptions {
  /** What stands between two fields. Default: ",". */
  sep?: string;
  /** Whether the first line has the names of the columns, or these names themselves. Default: true. */
  header?: boolean | readonly string[];
  /** The dtype of all columns of numbers. Default: int32 where all are whole numbers, float32 otherwise. */
  dtype?: DType | null;
}

/** The fields of a text, line by line: in quotes a field may hold separators, line breaks and doubled quotes. */
function linesOf(functionName: string, text: string, sep: string): string[][] {
  const lines: string[][] = [];
  const escaped = sep.replace(/[^\w\s]/g, "\\$&");
  const field = new RegExp(
    `(?:"((?:[^"]|"")*)"|(?!")((?:(?!${escaped})[^\\r\\n])*))(${escaped}|\\r?\\n|\\r|$)`,
    "y",
  );
  let line: string[] = [];
  const end = /[\r\n]$/.test(text) ? text.replace(/(\r?\n|\r)$/, "") : text;
  for (;;) {
    const match = field.exec(end);
    if (!match) {
      throw new SyntaxError(`${functionName}: expected a closed quote in line ${lines.length + 1}`);
    }
    const [, quoted, plain, behind] = match;
    line.push(quoted === undefined ? plain.trim() : quoted.replaceAll('""', '"'));
    if (behind === sep) continue;
    if (line.length > 1 || line[0] !== "") lines.push(line);
    line = [];
    if (field.lastIndex >= end.length) return lines;
  }
}

const missing = new Set(["", "na", "n/a", "nan", "null", "none"]);

/** A field as a number, NaN where it is missing; undefined where it is something else. */
function numberOf(field: string): number | undefined {
  if (missing.has(field.toLowerCase())) return NaN;
  const infinite = /^([+-]?)inf(?:inity)?$/i.exec(field);
  if (infinite) return infinite[1] === "-" ? -Infinity : Infinity;
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(field) ? Number(field) : undefined;
}

/** Makes a column of its fields. */
function columnOf(fields: string[], dtype: DType | undefined): Column {
  const isTruth = fields.every((field) => /^(true|false)$/i.test(field));
  const numbers = isTruth ? fields.map((field) => (/^t/i.test(field) ? 1 : 0)) : fields.map(numberOf);
  const isNumbers = (all: readonly (number | undefined)[]): all is number[] => !all.includes(undefined);
  if (!isNumbers(numbers) || numbers.every(Number.isNaN)) return fields;
  const isWhole = numbers.every((x) => Number.isInteger(x) && Math.abs(x) < 2147483648);
  const type = dtype ?? (isTruth ? "bool" : isWhole ? "int32" : "float32");
  return new ndarray(convertStorage(numbers, "float64", type), [numbers.length], type);
}

/**
 * Reads comma-separated values from a text.
 *
 * @param text - The text.
 * @param options - What separates fields, whether there are names in the first line, and a dtype.
 * @returns The columns by name, in order: arrays of numbers, NaN where one is missing, or lists of texts.
 * @throws TypeError if `text` is none or an option unknown; SyntaxError for a line of another length.
 * @see https://pandas.pydata.org/docs/reference/api/pandas.read_csv.html
 * @example
 * String(data.parseCsv("x,name\n1.5,a\n2,b").x); // "[1.5 2. ]"
 */
export function parseCsv(text: string, options?: CsvOptions): Record<string, Column> {
  return parsed("parseCsv", text, options);
}

function parsed(
  functionName: string,
  text: unknown,
  options: CsvOptions | undefined,
): Record<string, Column> {
  if (typeof text !== "string") {
    throw new TypeError(`${functionName}: expected a text, got ${describe(text)}`);
  }
  const { sep, header, dtype } = readOptions<Required<CsvOptions>>(functionName, options, {
    sep: ",",
    header: true,
    dtype: null,
  });
  if (typeof sep !== "string" || sep === "") {
    throw new TypeError(`${functionName}: expected sep to be a text, got ${describe(sep)}`);
  }
  const type = dtype === null ? undefined : checkDType(functionName, dtype, "float32");
  const lines = linesOf(functionName, text.replace(/^\uFEFF/, ""), sep);
  const width = lines[0]?.length ?? 0;
  const names =
    header === true
      ? (lines.shift() ?? [])
      : header === false
        ? Array.from({ length: width }, (_, i) => String(i))
        : header;
  const odd = lines.findIndex(({ length }) => length !== names.length);
  if (odd >= 0) {
    const got = `${lines[odd].length} in line ${odd + (header === true ? 2 : 1)}`;
    throw new SyntaxError(`${functionName}: expected ${names.length} fields in every line, got ${got}`);
  }
  return Object.fromEntries(
    names.map((name, i) => [
      name,
      columnOf(
        lines.map((line) => line[i]),
        type,
      ),
    ]),
  );
}

/**
 * Reads a file of comma-separated values.
 *
 * @param source - The name of the file, or its address.
 * @param options - What separates fields, whether there are names in the first line, and a dtype.
 * @returns A promise of the columns by name, in order: arrays of numbers, NaN where one is missing, or lists of texts.
 * @throws Error if there is no such file; SyntaxError for a line of another length.
 * @see https://pandas.pydata.org/docs/reference/api/pandas.read_csv.html
 * @example
 * const { x, y } = await data.csv("data:text/csv,x,y%0A1,2%0A3,4");
 * String(x); // "[1 3]"
 */
export async function csv(source: string, options?: CsvOptions): Promise<Record<string, Column>> {
  return parsed("csv", new TextDecoder().decode(await readSource("csv", source)), options);
}
