/** What the reader chose in the settings. */
export interface EditingPreferences {
  /** Whether mistakes are underlined. Default: true. */
  mistakes: boolean;
  /** Whether names are explained where the pointer rests on them. Default: true. */
  hover: boolean;
  /** Whether what a call takes is shown while its arguments are written. Default: true. */
  signatures: boolean;
  /** Whether a notebook's cells are formatted when the reader saves it. Default: false. */
  formatOnSave: boolean;
}

/** The preferences before any settings are read, and without a settings registry. */
export const defaultEditing: Readonly<EditingPreferences> = {
  mistakes: true,
  hover: true,
  signatures: true,
  formatOnSave: false,
};
