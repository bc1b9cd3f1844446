/** Makes several calls, each of them even if one before it fails, and then throws the first error. */
export function callAll(calls: readonly (() => unknown)[]): void {
  const errors: unknown[] = [];
  for (const call of calls) {
    try {
      call();
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length > 0) throw errors[0];
}
