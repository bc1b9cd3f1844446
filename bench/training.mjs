// Compares the training of networks, with layers and an optimiser, with other engines: all in one run, each engine in a
// process of its own on one core.
//
//   node bench/training.mjs [--rounds 5] [--budget 200] [--only LSTM] [--python python3] [--json file]
//
// A budget is the milliseconds of processor time that an engine measures a case for, each round; `--only` names the cases
// whose names contain it. The JavaScript peers are the packages of bench/numerics; Flax is measured where that Python
// has it. The losses of the first steps are compared with Flax's.
import { cases } from "./training/cases.mjs";
import { compare } from "./rounds/compare.mjs";

await compare(new URL("training/", import.meta.url), cases, 200, { Flax: "flax" });
