let loadLibrary = (): void => {};

/** Says how the library is loaded whose views values without a display method are shown with. It may be called often. */
export function loadViewsWith(load: () => void): void {
  loadLibrary = load;
}

/** What libraries have left under a symbol: how they show the values that they know. */
export function viewsLeftUnder<View>(symbol: symbol): View[] {
  loadLibrary();
  return (globalThis as { [key: symbol]: View[] | undefined })[symbol] ?? [];
}
