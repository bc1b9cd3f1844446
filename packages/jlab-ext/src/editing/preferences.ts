/** What the reader chose in the settings. */
export interface EditingPreferences {
  /** Whether mistakes are underlined. Default: true. */
  mistakes: boolean;
}

/** The preferences before any settings are read, and without a settings registry. */
export const defaultEditing: Readonly<EditingPreferences> = { mistakes: true };
