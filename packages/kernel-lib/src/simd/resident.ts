import { theArena, type Arena, type Words } from "./arena";

/** What may have a copy in the arena. */
export type Elements = Words | Float64Array | Uint8Array;

/** What is known of elements that were made here. */
interface Entry {
  /** How often they have been an operand since they are settled; until then, less than any number. */
  uses: number;
  /** Where their copy begins; undefined while there is none. */
  offset: number | undefined;
  readonly bytes: number;
}

/** Fewer elements are copied with every use: that takes a few microseconds at most. */
export const fewest = 1 << 14;
/** From this use on there is a copy: what a step of training makes anew is gone by then. */
const worthCopy = 6;
/** So many bytes of copies there are at most, and each of them is at most a quarter of that. */
const budget = 1 << 26;

/** Keeps neither elements nor, by them, their arrays. */
const known = new WeakMap<Elements, Entry>();
/** Entries that have a copy, those used last at the end: the first one has to go when there is no room. */
const copied = new Set<Entry>();
let taken = 0;
/** The region of a copy that is being made. */
let begun: number | undefined;

function forget(arena: Arena, entry: Entry): void {
  if (entry.offset === undefined) return;
  copied.delete(entry);
  arena.free(entry.offset);
  entry.offset = undefined;
  // Where more go round than there is room for, copies are not made and dropped in every round.
  entry.uses = 0;
  taken -= entry.bytes;
}

/**
 * Forgets all copies. After an interrupt one may be there by half, and what a kernel had put aside within another may not
 * be back.
 */
export function forgetCopies(): void {
  const arena = theArena();
  if (!arena) return;
  for (const entry of [...copied]) forget(arena, entry);
  if (begun !== undefined) arena.free(begun);
  begun = undefined;
}

/** Says that elements were made here, and that nobody outside has hold of them. */
export function own(data: Elements): void {
  if (data.length < fewest || known.has(data)) return;
  known.set(data, { uses: -Infinity, offset: undefined, bytes: data.byteLength });
}

/** Says that elements never change again, now that they are those of an array: a copy of those made here stays true. */
export function settle(data: Elements): void {
  if (data.length < fewest) return;
  const entry = known.get(data);
  if (entry?.uses === -Infinity) entry.uses = 0;
}

/** Says that elements may change: someone outside has hold of them, or they are written anew. */
export function unsettle(data: Elements): void {
  if (data.length < fewest) return;
  const entry = known.get(data);
  if (!entry) return;
  known.delete(data);
  if (entry.offset !== undefined) forget(theArena() as Arena, entry);
}

/**
 * Takes note that elements are an operand, and copies them into the arena if they have been one often enough. Regions may
 * move on: ask for {@link placeOf} once all operands have been noted.
 */
export function note(data: Elements): void {
  if (data.length < fewest) return;
  const entry = known.get(data);
  if (!entry) return;
  if (entry.offset !== undefined) {
    copied.delete(entry);
    copied.add(entry);
  } else if (++entry.uses >= worthCopy && entry.bytes <= budget / 4) copyIn(data, entry);
}

function copyIn(data: Elements, entry: Entry): void {
  const arena = theArena();
  if (!arena) return;
  for (const oldest of copied) {
    if (taken + entry.bytes <= budget) break;
    forget(arena, oldest);
  }
  try {
    begun = arena.allocate(entry.bytes);
  } catch {
    // Memory that cannot grow any more is left to those who need it.
    entry.uses = 0;
    return;
  }
  arena.viewOf(data).set(data, begun / data.BYTES_PER_ELEMENT);
  entry.offset = begun;
  begun = undefined;
  taken += entry.bytes;
  copied.add(entry);
}

/** Where in the arena a copy of elements begins, in bytes; undefined where there is none. */
export function placeOf(data: Elements): number | undefined {
  return data.length < fewest ? undefined : known.get(data)?.offset;
}

/** The bytes of all copies. */
export const residentBytes = (): number => taken;
