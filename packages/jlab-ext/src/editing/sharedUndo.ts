import type { PoppedChange, SharedCell, UndoManager } from "@jupyterlab/notebook";

/** Under which a change knows the stacks of those it was made with. */
const together = Symbol("changed together");

/** Whose stacks are listened to. */
const followed = new WeakSet<UndoManager>();

let isFollowing = false;

/**
 * Changes several cells so that one undo takes all of it back, and one redo brings it again: notebooks keep a stack of
 * changes for each cell, if the settings do not ask for one.
 */
export function changeTogether(cells: readonly SharedCell[], change: (cell: SharedCell) => void): void {
  const managers = new Set(cells.flatMap(({ undoManager }) => undoManager ?? []));
  for (const manager of managers) manager.stopCapturing();
  // On a stack for all cells, what is done at once is one change.
  for (const cell of cells) cell.transact(() => change(cell));
  for (const manager of managers) {
    manager.stopCapturing();
    manager.undoStack.at(-1)?.meta.set(together, managers);
    follow(manager);
  }
}

function follow(manager: UndoManager): void {
  if (followed.has(manager)) return;
  followed.add(manager);
  manager.on("stack-item-popped", ({ stackItem, type }: PoppedChange) => {
    const group = stackItem.meta.get(together) as ReadonlySet<UndoManager> | undefined;
    if (!group) return;
    const [here, there] =
      type === "undo" ? (["undoStack", "redoStack"] as const) : (["redoStack", "undoStack"] as const);
    // Yjs has made a new item of what it took back.
    manager[there].at(-1)?.meta.set(together, group);
    if (isFollowing) return;
    isFollowing = true;
    // A cell that was changed since keeps what it says.
    for (const other of group) if (other[here].at(-1)?.meta.get(together) === group) other[type]();
    isFollowing = false;
  });
}
