import { InputDialog } from "@jupyterlab/apputils";
import type { TranslationBundle } from "@jupyterlab/translation";
import type { NotebookCell, Place } from "@tslinen/kernel/dist/protocol/editing";
import { askAt, nameAt, type Cursor } from "./cursor";
import { changeTogether } from "./sharedUndo";
import { renamed } from "./textChanges";

const identifier = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;

/** Asks for a new name for the one at the cursor, and writes it wherever the notebook uses it. */
export async function askAndRename(cursor: Cursor, trans: TranslationBundle): Promise<void> {
  const name = nameAt(cursor);
  const places = await askAt(cursor, "references");
  if (!places?.length) throw new Error(trans.__("There is no name here that could be renamed."));
  const { value } = await InputDialog.getText({
    title: trans.__("Rename %1", name),
    label: trans._n("In one place", "In %1 places", places.length),
    text: name,
    okLabel: trans.__("Rename"),
  });
  const wanted = value?.trim();
  if (!wanted || wanted === name) return;
  if (!identifier.test(wanted)) throw new Error(trans.__("%1 is not a name.", wanted));
  await rename(cursor, places, wanted, trans);
}

/** Writes a new name at some places, as one change; refuses where that would make mistakes. */
async function rename(
  cursor: Cursor,
  places: readonly Place[],
  name: string,
  trans: TranslationBundle,
): Promise<void> {
  const { notebook, cell } = cursor;
  const before = notebook.written();
  const after = before.map(({ id, code }) => ({ id, code: renamed(code, placesIn(places, id), name) }));
  const here = placesIn(places, cell.id)[0];
  const uses = await notebook.ask("references", cell, here.start + (here.prefix?.length ?? 0), after);
  if (uses?.length !== places.length) throw new Error(trans.__("The name %1 is used already.", name));
  const mistake = await newMistake(cursor, before, after);
  if (mistake) throw new Error(trans.__("Renaming would be a mistake: %1", mistake));
  const models = notebook.codeCells.filter(({ id }) => placesIn(places, id).length > 0);
  const ids = new Map(models.map(({ sharedModel, id }) => [sharedModel, id]));
  if (notebook.written().some(({ code }, index) => code !== before[index]?.code)) {
    throw new Error(trans.__("The notebook was changed meanwhile."));
  }
  changeTogether([...ids.keys()], (shared) => {
    for (const { start, end, prefix = "" } of placesIn(places, ids.get(shared)).reverse()) {
      shared.updateSource(start, end, prefix + name);
    }
  });
}

const placesIn = (places: readonly Place[], id: string | undefined): Place[] =>
  places.filter(({ cell }) => cell === id).sort((a, b) => a.start - b.start);

/** What the compiler says of the changed cells that it did not say of them before. */
async function newMistake(
  { notebook }: Cursor,
  before: readonly NotebookCell[],
  after: readonly NotebookCell[],
): Promise<string | undefined> {
  for (const [index, model] of notebook.codeCells.entries()) {
    if (before[index].code === after[index].code) continue;
    const then = (await notebook.ask("check", model, undefined, before)) ?? [];
    const now = (await notebook.ask("check", model, undefined, after)) ?? [];
    if (now.length > then.length)
      return now.find(({ code }) => then.every((one) => one.code !== code))?.message ?? now[0].message;
  }
  return undefined;
}
