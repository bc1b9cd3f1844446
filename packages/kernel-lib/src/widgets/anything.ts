/** What only the code that uses it knows: as the state of widgets is told by name, its type cannot be. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Anything = any;
