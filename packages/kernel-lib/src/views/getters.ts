/** Whether an object computes properties when they are read: whoever only looks at it is not to run that. */
export const hasGetters = (value: object): boolean =>
  Object.values(Object.getOwnPropertyDescriptors(value)).some(({ get }) => get !== undefined);
