/** Keeps keys that are pressed in a part of an output from JupyterLab, which would move the notebook by the arrows. */
export function keepKeys(node: HTMLElement): void {
  node.dataset.lmSuppressShortcuts = "true";
  node.addEventListener("keydown", (event) => {
    if (event.key.startsWith("Arrow")) event.stopPropagation();
  });
}
