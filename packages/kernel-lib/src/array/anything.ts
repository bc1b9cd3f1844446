/** What only the code that uses it knows: as its parts are named when it runs, its type cannot be. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Anything = any;
