import type { Storage } from "../array/dtype";

/** From this length on, sorting by digits is the quickest. */
const worthDigits = 1024;

/** Three digits of eleven bits make up a key. */
const [bits, shifts] = [11, [0, 11, 22]];
const size = 1 << bits;

/** Tells whether a row is sorted by digits: one of elements of up to 32 bits that is long enough. */
export const suitsDigits = (row: Storage): boolean =>
  row.length >= worthDigits && !(row instanceof Float64Array);

/** Keys of 32 bits in the order of elements; what is not a number has the largest, and −0 that of 0 where asked. */
function keysOf(row: Storage, descending: boolean, zerosAlike: boolean): Uint32Array {
  const turned = descending ? -1 : 0;
  if (!(row instanceof Float32Array)) {
    const sign = row instanceof Int32Array ? 0x80000000 : 0;
    return Uint32Array.from(row, (x) => x ^ sign ^ turned);
  }
  const keys = new Uint32Array(row.buffer, row.byteOffset, row.length).slice();
  for (let i = 0; i < keys.length; i++) {
    const key = zerosAlike && keys[i] === 0x80000000 ? 0 : keys[i];
    const isNumber = (key & 0x7fffffff) <= 0x7f800000;
    // Of negative numbers the larger bits are further below.
    keys[i] = isNumber ? key ^ ((key >> 31) | 0x80000000) ^ turned : 0xffffffff;
  }
  return keys;
}

/** The elements that keys stand for. */
function elementsOf(keys: Uint32Array, row: Storage, descending: boolean): void {
  const turned = descending ? -1 : 0;
  if (!(row instanceof Float32Array)) {
    const sign = row instanceof Int32Array ? 0x80000000 : 0;
    for (let i = 0; i < keys.length; i++) row[i] = keys[i] ^ sign ^ turned;
    return;
  }
  const words = new Uint32Array(row.buffer, row.byteOffset, row.length);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] === 0xffffffff ? keys[i] : keys[i] ^ turned;
    words[i] = key & 0x80000000 ? key ^ 0x80000000 : ~key;
  }
}

/** Where the elements of each digit begin, for one digit; undefined where all have the same. */
function startsOf(keys: Uint32Array, shift: number): Uint32Array | undefined {
  const counts = new Uint32Array(size);
  for (let i = 0; i < keys.length; i++) counts[(keys[i] >>> shift) & (size - 1)]++;
  if (counts[(keys[0] >>> shift) & (size - 1)] === keys.length) return undefined;
  let start = 0;
  for (let digit = 0; digit < size; digit++) {
    const count = counts[digit];
    counts[digit] = start;
    start += count;
  }
  return counts;
}

/** Sorts a row in place, NaN last. */
export function sortByDigits(row: Storage, descending: boolean): void {
  let keys: Uint32Array = keysOf(row, descending, false);
  let other: Uint32Array = new Uint32Array(keys.length);
  for (const shift of shifts) {
    const starts = startsOf(keys, shift);
    if (!starts) continue;
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i];
      other[starts[(key >>> shift) & (size - 1)]++] = key;
    }
    [keys, other] = [other, keys];
  }
  elementsOf(keys, row, descending);
}

/** The places that sort a row, NaN last; equal elements keep their order. */
export function orderByDigits(row: Storage, descending: boolean): Int32Array {
  const keys = keysOf(row, descending, true);
  let order: Int32Array = Int32Array.from(keys, (_, i) => i);
  let other: Int32Array = new Int32Array(keys.length);
  for (const shift of shifts) {
    const starts = startsOf(keys, shift);
    if (!starts) continue;
    for (let i = 0; i < order.length; i++) {
      const place = order[i];
      other[starts[(keys[place] >>> shift) & (size - 1)]++] = place;
    }
    [order, other] = [other, order];
  }
  return order;
}
