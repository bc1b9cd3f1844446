import type { Column, Source } from "../loop";
import { Repeated } from "../repeated";
import { theArena, type Arena } from "../../simd/arena";
import { fewest, note, placeOf } from "../../simd/resident";
import { block, columns, numbersEnd, pointers } from "../../simd/scratch";
import { isPrimitive } from "../expr";
import { keyOf, type Program } from "../program";
import { Lanes, type Lane } from "./lanes";
import type { Place } from "./body";
import { instantiateKernel, type Kernel } from "./module";

/** Which operands are one number for all elements, as the bits of a number. */
function patternOf(sources: readonly Source[]): number {
  let pattern = 0;
  for (let i = 0; i < sources.length; i++) if (typeof sources[i] === "number") pattern |= 1 << i;
  return pattern;
}

type Run = (sources: readonly Source[], out: Column) => void;

const compiled = new Map<string, Run>();

/**
 * Tells whether a program is one for four lanes at once: of float32 and truth values, every step known there, and not
 * more operands than there is room for.
 */
export function fitsLanes(program: Program): boolean {
  const { types, steps } = program;
  return (
    program.inputs.length < columns &&
    types.every((type) => type === "float32" || type === "bool") &&
    steps.every(({ primitive }) => primitive.lanes !== undefined)
  );
}

/**
 * The fast path: a WebAssembly kernel for a program, compiled once for each pattern of columns and numbers.
 *
 * @returns A function as {@link makeLoop} gives, or undefined where there is no WebAssembly.
 */
export function makeLanes(program: Program): Run | undefined {
  const memory = theArena();
  if (!memory) return undefined;
  const runs = new Map<number, Run>();
  let last: Run | undefined;
  let lastPattern = -1;
  return (sources, out) => {
    const pattern = patternOf(sources);
    if (!last || pattern !== lastPattern) {
      last = runs.get(pattern) ?? build(memory, program, pattern);
      runs.set(pattern, last);
      lastPattern = pattern;
    }
    last(sources, out);
  };
}

/** Compiles a kernel, or finds the one that does the same. */
function build(memory: Arena, program: Program, pattern: number): Run {
  const key = `${pattern} ${keyOf(program)}`;
  let run = compiled.get(key);
  if (!run) {
    run = compileKernel(memory, program, pattern);
    if (compiled.size >= 256) compiled.delete(compiled.keys().next().value as string);
    compiled.set(key, run);
  }
  return run;
}

function compileKernel(memory: Arena, program: Program, pattern: number): Run {
  const lanes = new Lanes();
  let end = numbersEnd;
  const isNumber = (i: number): boolean => (pattern & (1 << i)) !== 0;
  const columnOf = (type: string): Place => {
    const place: Place = { offset: end, format: type === "bool" ? "bytes" : "floats" };
    end += type === "bool" ? block : 4 * block;
    return place;
  };
  const arrays: Operand[] = [];
  const inputs = program.inputs.map((type, i) => {
    const lane = lanes.input();
    if (isNumber(i)) return { lane, offset: 4 * i, format: "number" as const };
    const { offset, format } = columnOf(type);
    arrays.push({ i, column: offset, isFloats: format === "floats" });
    return { lane, offset: pointers + 4 * i, isPointer: true, format };
  });
  const slots: Lane[] = inputs.map(({ lane }, i) =>
    program.inputs[i] === "bool" && isNumber(i) ? lanes.ne(lane, lanes.constant(0)) : lane,
  );
  for (const { slot, value } of program.constants) {
    slots[slot] = program.types[slot] === "bool" ? lanes.bits(value ? -1 : 0) : lanes.constant(value);
  }
  for (const { primitive, args, slot } of program.steps) {
    if (!isPrimitive(primitive) || !primitive.lanes)
      throw new Error(`compileKernel: no lanes for ${primitive.name}`);
    slots[slot] = primitive.lanes(lanes, ...args.map((arg) => slots[arg]));
  }
  const output = { lane: slots[program.output], ...columnOf(program.types[program.output]) };
  const numbers = program.inputs.flatMap((_, i) => (isNumber(i) ? [i] : []));
  return overBlocks(memory, numbers, arrays, output, instantiateKernel(memory, lanes, inputs, output));
}

/** An operand that is no number: which one it is, and where there is room for a block of it. */
interface Operand {
  readonly i: number;
  readonly column: number;
  readonly isFloats: boolean;
}

/** Takes columns through the scratch memory, block by block; those that have a copy in the arena are read there. */
function overBlocks(
  memory: Arena,
  numbers: readonly number[],
  arrays: readonly Operand[],
  output: Place,
  run: Kernel,
): Run {
  const result = resultView(memory, output);
  const places = new Array<number | undefined>(columns);
  const copyIn = (
    { column, isFloats }: Operand,
    source: Column | Repeated,
    start: number,
    count: number,
  ): void => {
    const [target, at] = isFloats ? [memory.floats, column >> 2] : [memory.bytes, column];
    if (source instanceof Repeated) source.copyInto(target, at, start, count);
    else target.set(count === source.length ? source : source.subarray(start, start + count), at);
  };

  return (sources, out) => {
    const size = out.length;
    const mayLieThere = size >= fewest;
    if (mayLieThere) for (const { i } of arrays) noteSource(sources[i]);
    for (const i of numbers) memory.floats[i] = sources[i] as number;
    const { ints } = memory;
    for (const { i, column } of arrays) {
      if (mayLieThere) places[i] = placeOfSource(sources[i]);
      ints[(pointers >> 2) + i] = column;
    }
    const step = stepOf(sources);
    for (let start = 0; start < size; start += step) {
      const count = Math.min(step, size - start);
      for (const array of arrays) {
        const { i, isFloats } = array;
        const place = mayLieThere ? places[i] : undefined;
        if (place !== undefined) {
          ints[(pointers >> 2) + i] = place + (isFloats ? 4 * start : start);
          continue;
        }
        const source = sources[i] as Column | Repeated;
        // What is repeated within a step stays where it is.
        if (start > 0 && source instanceof Repeated && source.isOneBlock && step % source.inner === 0)
          continue;
        copyIn(array, source, start, count);
      }
      run(0, 4 * count);
      out.set(result(count), start);
    }
  };
}

function noteSource(source: Source): void {
  if (typeof source !== "number" && !(source instanceof Repeated)) note(source);
}

const placeOfSource = (source: Source): number | undefined =>
  typeof source === "number" || source instanceof Repeated ? undefined : placeOf(source);

/** How many elements are computed at a time: where a row is repeated, as many rows as there is room for. */
function stepOf(sources: readonly Source[]): number {
  for (const source of sources) {
    if (source instanceof Repeated && source.isOneBlock && source.inner <= block)
      return block - (block % source.inner);
  }
  return block;
}

/** Gives the first elements of a kernel's output; those of the same number again are the same view. */
function resultView(memory: Arena, { offset, format }: Place): (count: number) => Column {
  let all: Column | undefined;
  let view: Column;
  return (count) => {
    const now = format === "floats" ? memory.floats : memory.bytes;
    if (all !== now || view.length !== count) {
      all = now;
      const first = offset / now.BYTES_PER_ELEMENT;
      view = now.subarray(first, first + count);
    }
    return view;
  };
}
