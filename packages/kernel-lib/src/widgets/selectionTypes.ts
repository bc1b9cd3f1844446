/** What can be selected: values, pairs of labels and values, or values by labels. */
export type Options<T> = Iterable<T | readonly [label: string, value: T]> | Readonly<Record<string, T>>;

/** What widgets have of which one option is selected. */
export interface SelectionState<T> {
  /** What can be selected. */
  options: Options<T>;
  /** The value of what is selected. Default: that of the first option. */
  value: T;
  /** The label of what is selected. */
  label: string | null;
  /** The place of what is selected. */
  index: number | null;
  /** Tells whether two values are the same. Default: by what they hold. */
  equals: (a: T, b: T) => boolean;
}

/** What widgets have of which several options are selected. */
export interface MultipleSelectionState<T> {
  /** What can be selected. */
  options: Options<T>;
  /** The values of what is selected. */
  value: readonly T[];
  /** The labels of what is selected. */
  label: readonly string[];
  /** The places of what is selected. */
  index: readonly number[];
  /** Tells whether two values are the same. Default: by what they hold. */
  equals: (a: T, b: T) => boolean;
}
