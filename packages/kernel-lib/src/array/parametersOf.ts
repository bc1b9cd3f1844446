/** A parameter as a function writes it. */
export interface Parameter {
  /** Its name; undefined for one that is taken apart, `{ train }`. */
  readonly name?: string;
  /** The text before its default. */
  readonly text: string;
  /** The text of its default; undefined where it has none. */
  readonly fallback?: string;
  /** Whether it takes all arguments that follow. */
  readonly isRest: boolean;
}

const known = new WeakMap<object, readonly Parameter[] | undefined>();

/** Reads the parameters of a function off its text; undefined for one whose text cannot be seen. */
export function parametersOf(f: (...args: never[]) => unknown): readonly Parameter[] | undefined {
  if (!known.has(f)) known.set(f, read(Function.prototype.toString.call(f)));
  return known.get(f);
}

function read(source: string): readonly Parameter[] | undefined {
  const single = /^(?:async\s+)?([\p{ID_Start}$_][\p{ID_Continue}$]*)\s*=>/u.exec(source);
  if (single) return [{ name: single[1], text: single[1], isRest: false }];
  const open = source.indexOf("(");
  if (open < 0 || source.includes("[native code]")) return undefined;
  return listed(source, open + 1)?.map(parameter);
}

function parameter(written: string): Parameter {
  const isRest = written.startsWith("...");
  const [, text, fallback] = /^([^=]*?)\s*(?:=\s*([^]*))?$/.exec(isRest ? written.slice(3) : written) ?? [];
  const pattern = /^[{[]/.test(written) ? written : undefined;
  if (pattern !== undefined) return { text: pattern, isRest };
  return { name: text, text, fallback, isRest };
}

/** What a comment or a string takes, where one begins. */
const skipped = /\/\/.*|\/\*[^]*?\*\/|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`(?:\\.|[^`\\])*`/y;

/** The parts between commas, up to the bracket that closes the list. */
function listed(source: string, start: number): string[] | undefined {
  const parts: string[] = [];
  let part = "";
  let depth = 0;
  for (let at = start; at < source.length; at++) {
    skipped.lastIndex = at;
    const whole = skipped.exec(source)?.[0];
    if (whole !== undefined) {
      if (!whole.startsWith("/")) part += whole;
      at += whole.length - 1;
      continue;
    }
    const letter = source[at];
    if (depth === 0 && (letter === "," || letter === ")")) {
      if (part.trim() !== "") parts.push(part.trim());
      if (letter === ")") return parts;
      part = "";
      continue;
    }
    if ("([{".includes(letter)) depth++;
    else if (")]}".includes(letter)) depth--;
    part += letter;
  }
  return undefined;
}
