/** Indices of points in rising order, a list that grows. */
export class Indices {
  private list = new Uint32Array(1024);
  private length = 0;

  /** Appends an index, unless it or a later one is there already. */
  push(index: number): void {
    if (this.length > 0 && index <= this.list[this.length - 1]) return;
    if (this.length === this.list.length) {
      const larger = new Uint32Array(2 * this.length);
      larger.set(this.list);
      this.list = larger;
    }
    this.list[this.length++] = index;
  }

  done(): Uint32Array {
    return this.list.slice(0, this.length);
  }
}
