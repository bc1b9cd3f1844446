let count = 0;

/** An identity that no other display has, not even one of an earlier kernel in the same notebook. */
export const newDisplayId = (of: string): string =>
  `tslinen-${of}-${Date.now().toString(36)}-${(count++).toString(36)}`;
