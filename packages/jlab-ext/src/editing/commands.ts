import { Notification } from "@jupyterlab/apputils";
import type { TranslationBundle } from "@jupyterlab/translation";
import type { CommandRegistry } from "@lumino/commands";
import type { Place } from "@tslinen/kernel/dist/protocol/editing";
import { askAt, nameAt, type Cursor } from "./cursor";
import { formatCells } from "./format";
import { showInCell, showInFile } from "./places";
import { choose, placeInWords } from "./placesMenu";
import { askAndRename } from "./rename";

/** What can be asked of the name at a cursor, or of its cell. */
export interface EditingCommand {
  readonly id: string;
  readonly label: string;
  readonly caption: string;
  /** The feature of jupyterlab-lsp that does the same. */
  readonly feature?: string;
  run(cursor: Cursor): Promise<void>;
}

/** All of them: palette, context menu and keys are made from this. */
export function editingCommands(commands: CommandRegistry, trans: TranslationBundle): EditingCommand[] {
  const show = async ({ notebook }: Cursor, place: Place): Promise<void> => {
    if (place.cell !== undefined) return showInCell(notebook, place);
    if (await showInFile(commands, place)) return;
    Notification.info(trans.__("Declared in %1", place.file), { autoClose: 8000 });
  };
  const offer = async (cursor: Cursor, places: readonly Place[] | undefined): Promise<void> => {
    if (!places?.length) {
      const name = nameAt(cursor);
      throw new Error(name ? trans.__("%1 is declared nowhere.", name) : trans.__("There is no name here."));
    }
    if (places.length === 1) return show(cursor, places[0]);
    const choices = places.map((value) => ({ label: placeInWords(cursor.notebook, value, trans), value }));
    choose(choices, cursor.view, (place) => void show(cursor, place));
  };
  return [
    {
      id: "tslinen:go-to-definition",
      label: trans.__("Go to Definition"),
      caption: trans.__("Go to where the name at the cursor is declared"),
      feature: "jump_to",
      run: async (cursor) => offer(cursor, await askAt(cursor, "definition")),
    },
    {
      id: "tslinen:find-uses",
      label: trans.__("Find Uses"),
      caption: trans.__("List where the notebook uses the name at the cursor"),
      feature: "jump_to",
      run: async (cursor) => offer(cursor, await askAt(cursor, "references")),
    },
    {
      id: "tslinen:rename",
      label: trans.__("Rename…"),
      caption: trans.__("Rename what the cursor is on, wherever the notebook uses it"),
      feature: "rename",
      run: (cursor) => askAndRename(cursor, trans),
    },
    {
      id: "tslinen:format-cell",
      label: trans.__("Format Cell"),
      caption: trans.__("Put the white space of the cell in order"),
      run: async ({ notebook, cell }) => void (await formatCells(notebook, [cell])),
    },
  ];
}
