import { nonsingular, type Scale } from "../scale";

/** Distances on the axis are those of the data. */
export const linearScale: Scale = {
  name: "linear",
  forward: (value) => value,
  inverse: (value) => value,
  holds: () => true,
  widened: (ends) => nonsingular(ends, 0.05, 1e-15),
  possible: (ends) => ends,
};
