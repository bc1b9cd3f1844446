/** A place in a text, counted from zero. */
export interface MappedPlace {
  line: number;
  column: number;
}

const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const values = new Map([...digits].map((digit, value) => [digit, value]));

/** One stretch of generated code: where it begins in its line, and where it came from. */
type Segment = [generatedColumn: number, line: number, column: number];

/**
 * Reads a source map of one source.
 *
 * @see https://tc39.es/ecma426/
 */
export class SourceMap {
  private readonly lines: Segment[][];

  constructor(json: string) {
    const { mappings } = JSON.parse(json) as { mappings: string };
    let line = 0;
    let column = 0;
    this.lines = mappings.split(";").map((text) => {
      let generated = 0;
      const segments: Segment[] = [];
      for (const part of text.split(",")) {
        const [advance = 0, , lines, columns] = numbersIn(part);
        generated += advance;
        if (lines === undefined || columns === undefined) continue;
        line += lines;
        column += columns;
        segments.push([generated, line, column]);
      }
      return segments;
    });
  }

  /** Where a place in the generated code came from; undefined before the first place that came from anywhere. */
  original({ line, column }: MappedPlace): MappedPlace | undefined {
    for (let at = Math.min(line, this.lines.length - 1); at >= 0; at--) {
      const found = this.lines[at]?.findLast(([start]) => at < line || start <= column);
      if (found) return { line: found[1], column: found[2] };
    }
    return undefined;
  }

  /** The stretches of generated code that come from a line, in order. */
  stretches(line: number): { start: MappedPlace; end: MappedPlace }[] {
    const found: { start: MappedPlace; end: MappedPlace }[] = [];
    let open: MappedPlace | undefined;
    this.lines.forEach((segments, at) => {
      for (const [column, from] of segments) {
        const place = { line: at, column };
        if (from === line) open ??= place;
        else if (open) {
          if (open.line !== at || open.column !== column) found.push({ start: open, end: place });
          open = undefined;
        }
      }
    });
    if (open) found.push({ start: open, end: { line: this.lines.length, column: 0 } });
    return found;
  }
}

/** The numbers that a segment holds, each a row of six-bit digits, the lowest first, with its sign at the end. */
function numbersIn(text: string): number[] {
  const numbers: number[] = [];
  let value = 0;
  let shift = 0;
  for (const digit of text) {
    const bits = values.get(digit) ?? 0;
    value += (bits & 31) << shift;
    shift += 5;
    if (bits & 32) continue;
    numbers.push(value & 1 ? -(value >> 1) : value >> 1);
    value = shift = 0;
  }
  return numbers;
}
