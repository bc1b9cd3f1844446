// Compares programs over arrays with other engines: matrix products, training steps, convolutions, and the kernels that
// memory bounds; all in one run, each engine in a process of its own on one core.
//
//   node bench/programs.mjs [--rounds 5] [--budget 60] [--only step] [--python python3] [--json file]
//
// A budget is the milliseconds of processor time that an engine measures a case for, each round; `--only` names the cases
// whose names contain it. The JavaScript peers are the packages of bench/numerics; JAX and NumPy are measured where that
// Python has them. NumPy writes into memory that stands, XLA uses its own again; of what memory bounds, our
// time is less what it takes longer to fill new memory of the result's size than memory that stands.
import { cases } from "./programs/cases.mjs";
import { compare } from "./rounds/compare.mjs";

await compare(new URL("programs/", import.meta.url), cases, 60, { JAX: "jax", NumPy: "numpy" });
