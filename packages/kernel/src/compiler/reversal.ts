/** The methods by which arrays are known. */
export const arrayMethods = ["add", "sub", "mul", "div", "pow", "neg"];

/** The names of what an array does in place of an operator that has something else to its left. */
export const fromTheRight: Readonly<Record<string, string>> = {
  add: "add",
  sub: "rsub",
  mul: "mul",
  div: "rdiv",
  mod: "rmod",
  pow: "rpow",
  less: "greater",
  greater: "less",
  lessEqual: "greaterEqual",
  greaterEqual: "lessEqual",
  equal: "equal",
  notEqual: "notEqual",
};
