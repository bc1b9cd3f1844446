/**
 * The start of the arena, where elementwise kernels over ordinary arrays have their columns: numbers that stand for a
 * whole operand first, then where the columns of operands begin, then the columns.
 */

/** The number of elements that go through the scratch memory at a time: few enough for the processor's second cache. */
export const block = 32768;
/** Where it is written where columns begin. */
export const pointers = 512;
/** Where the columns begin. */
export const numbersEnd = 1024;
/** The number of columns for which there is room: a kernel's operands and its result. */
export const columns = 32;
/** Where the scratch memory ends. */
export const scratchEnd = numbersEnd + columns * 4 * block;
