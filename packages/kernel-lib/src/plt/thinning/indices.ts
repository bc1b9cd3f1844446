/** Indices of points, a list that grows. */
export class Indices {
  private list = new Uint32Array(1024);
  length = 0;

  push(index: number): void {
    if (this.length === this.list.length) {
      const larger = new Uint32Array(2 * this.length);
      larger.set(this.list);
      this.list = larger;
    }
    this.list[this.length++] = index;
  }

  /** Appends indices in rising order, each once, and none that is there already. */
  pushSorted(...indices: number[]): void {
    indices.sort((a, b) => a - b);
    for (const index of indices) {
      if (this.length === 0 || index > this.list[this.length - 1]) this.push(index);
    }
  }

  done(): Uint32Array {
    return this.list.slice(0, this.length);
  }
}
