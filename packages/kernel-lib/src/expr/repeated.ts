import type { Column } from "./loop";

/**
 * A column in which blocks of `inner` values are repeated, each `count` times before the next one: a row that is the
 * same for all rows of a matrix (`inner` is its length), or a number for each row (`inner` is 1).
 */
export class Repeated {
  constructor(
    readonly data: Column,
    readonly inner: number,
    readonly count: number,
  ) {}

  /** Whether all of it is one block. */
  get isOneBlock(): boolean {
    return this.inner === this.data.length;
  }

  /** Writes `count` values from place `start` on into a column. */
  copyInto(target: Column, offset: number, start: number, count: number): void {
    const { data, inner } = this;
    const end = offset + count;
    for (let at = offset, place = start; at < end;) {
      const block = Math.floor(place / (inner * this.count));
      const within = place % inner;
      const first = block * inner + within;
      if (inner === 1) {
        const length = Math.min(end - at, (block + 1) * this.count - place);
        target.fill(data[block], at, at + length);
        at += length;
        place += length;
        continue;
      }
      const length = Math.min(end - at, inner - within);
      if (length < worthView) for (let i = 0; i < length; i++) target[at + i] = data[first + i];
      else target.set(data.subarray(first, first + length), at);
      at += length;
      place += length;
    }
  }
}

/** Fewer values are copied sooner one by one. */
const worthView = 24;
