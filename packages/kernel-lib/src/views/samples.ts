import type { Sample } from "../payloads";
import { rounded } from "./statistics";

const digits = 4;
/** A line has no more points. */
const longest = 400;

/** The least block length that makes no more than `most` blocks of so many. */
const blockOf = (length: number, most: number) => Math.max(1, Math.ceil(length / most));

/**
 * Makes an array small enough to be looked at.
 *
 * @param data - Its elements.
 * @param shape - Its shape; of more than two axes, all but the last make the rows.
 * @param most - How many numbers at most.
 */
export function sampleOf(data: ArrayLike<number>, shape: readonly number[], most: number): Sample {
  const width = shape[shape.length - 1];
  const height = data.length / width;
  const flat = shape.length === 1;
  const side = Math.floor(Math.sqrt(most));
  // A narrow matrix leaves room for more rows, a low one for more columns.
  const columnsWanted = flat
    ? Math.min(most, longest)
    : Math.max(side, Math.floor(most / Math.min(height, side)));
  const across = blockOf(width, columnsWanted);
  const columns = Math.ceil(width / across);
  const down = flat ? 1 : blockOf(height, Math.max(1, Math.floor(most / columns)));
  const rows = Math.ceil(height / down);
  const values = new Array<number | null>(rows * columns);
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      let [sum, count] = [0, 0];
      const [lastRow, lastColumn] = [Math.min(height, (r + 1) * down), Math.min(width, (c + 1) * across)];
      for (let i = r * down; i < lastRow; i++) {
        for (let j = c * across; j < lastColumn; j++) {
          const value = data[i * width + j];
          if (value - value !== 0) continue;
          sum += value;
          count++;
        }
      }
      values[r * columns + c] = count > 0 ? rounded(sum / count, digits) : null;
    }
  }
  return { rows, columns, by: [down, across], values };
}
