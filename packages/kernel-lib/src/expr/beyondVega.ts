/** Stands in place of a Vega expression where Vega has no such function. */
export const beyondVega = (name: string) => (): never => {
  throw new TypeError(`${name}: a figure cannot compute it by itself, as Vega has no such function`);
};
